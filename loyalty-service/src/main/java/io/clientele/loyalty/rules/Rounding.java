package io.clientele.loyalty.rules;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How a fraction of a step or point becomes a whole one. */
public enum Rounding {
    /** Only full steps count. */
    DOWN(RoundingMode.DOWN),
    /** A step begun counts. */
    UP(RoundingMode.UP),
    /** Half a step and more counts. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the nearest; half a step to the nearest even number (banker's rounding). */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** The rounding named, or half-even where none is. */
    static Rounding orDefault(@Nullable Rounding named) {
        return named == null ? HALF_EVEN : named;
    }

    RoundingMode mode() {
        return mode;
    }
}
