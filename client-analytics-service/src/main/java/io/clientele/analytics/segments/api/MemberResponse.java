package io.clientele.analytics.segments.api;

import io.clientele.analytics.segments.membership.Membership;
import io.clientele.contracts.segments.MembershipCause;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SegmentMember", description = "A client who is in the segment now.")
record MemberResponse(
        @Schema(description = "The bank's client number.", examples = "1787")
        String clientId,

        @Schema(description = "Business time.", examples = "1994-03-31T22:00:00Z")
        Instant since,

        @Schema(description = "The version that let the client in.", examples = "1")
        int version,

        @Schema(description = "What let the client in.", examples = "ACTIVITY")
        MembershipCause cause) {

    static MemberResponse from(Membership membership) {
        return new MemberResponse(
                membership.clientId(), membership.enteredAt(), membership.enteredVersion(), membership.enteredCause());
    }
}
