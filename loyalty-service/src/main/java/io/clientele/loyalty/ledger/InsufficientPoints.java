package io.clientele.loyalty.ledger;

import io.clientele.platform.problem.ProblemException;
import java.util.List;

/** 409 {@code insufficient-points}: the member cannot spend so many points now. */
public final class InsufficientPoints extends ProblemException {

    private static final long serialVersionUID = 1L;

    InsufficientPoints(String currency, long wanted, long available) {
        super(
                409,
                "insufficient-points",
                wanted + " " + currency + " are wanted and " + available + " can be spent.",
                List.of());
    }
}
