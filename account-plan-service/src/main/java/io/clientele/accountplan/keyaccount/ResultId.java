package io.clientele.accountplan.keyaccount;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A review's result for a client. */
@Embeddable
record ResultId(
        @Column(name = "review_id") UUID reviewId,
        @Column(name = "client_id") String clientId) {}
