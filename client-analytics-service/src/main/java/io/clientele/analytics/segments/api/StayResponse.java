package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.membership.Membership;
import io.clientele.contracts.segments.MembershipCause;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SegmentStay", description = "One stay of a client in a segment. Times are business times.")
record StayResponse(
        @Schema(examples = "1994-03-31T22:00:00Z") Instant enteredAt,

        @Schema(description = "The version that let the client in.", examples = "1")
        int enteredVersion,

        @Schema(examples = "ACTIVITY") MembershipCause enteredCause,

        @Schema(description = "Absent while the client is a member.", examples = "1994-04-02T22:00:00Z") @Nullable
        Instant leftAt,

        @Schema(description = "The version that let the client out.", examples = "1") @Nullable
        Integer leftVersion,

        @Schema(examples = "TIME") @Nullable MembershipCause leftCause) {

    static StayResponse from(Membership membership) {
        return new StayResponse(
                membership.enteredAt(),
                membership.enteredVersion(),
                membership.enteredCause(),
                membership.leftAt(),
                membership.leftVersion(),
                membership.leftCause());
    }
}
