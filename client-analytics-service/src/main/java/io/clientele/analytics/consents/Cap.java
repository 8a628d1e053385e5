package io.clientele.analytics.consents;

import java.time.Duration;

/** So many contacts at most in any span of this length. */
public record Cap(int contacts, Duration period) {

    public Cap {
        if (contacts < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a cap is at least one contact in some time");
        }
    }
}
