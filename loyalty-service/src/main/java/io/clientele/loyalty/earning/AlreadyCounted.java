package io.clientele.loyalty.earning;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.util.List;

/** 409 {@code already-counted}: an activity of that source id has earned in this programme. */
public final class AlreadyCounted extends ProblemException {

    private static final long serialVersionUID = 1L;

    AlreadyCounted() {
        super(
                409,
                "already-counted",
                "An activity of this source id has earned in this programme; each counts once.",
                List.of(new FieldError("/sourceId", "has counted")));
    }
}
