package io.clientele.loyalty.ledger;

import io.clientele.platform.problem.ProblemException;
import java.util.List;

/** 409 {@code reservation-ended}: it was redeemed or cancelled before, or its deadline has passed. */
public final class ReservationEnded extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** The reservation cannot be used any more. */
    public ReservationEnded() {
        super(
                409,
                "reservation-ended",
                "The reservation was redeemed or cancelled before, or its deadline has passed; reserve anew.",
                List.of());
    }
}
