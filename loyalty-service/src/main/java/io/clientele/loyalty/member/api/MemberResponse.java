package io.clientele.loyalty.member.api;

import io.clientele.contracts.loyalty.LeaveReason;
import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.MemberState;
import io.clientele.platform.http.Reply;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A membership as callers see it. */
@Schema(name = "Member", description = "A client's membership in a programme.")
record MemberResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
        UUID id,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
        UUID programmeId,

        @Schema(description = "The bank's own client number.", examples = "1787")
        String clientId,

        @Schema(examples = "ACTIVE") MemberState state,
        @Schema(description = "From when activity earns.") Instant joinedAt,

        @Schema(description = "First business day of the membership.", examples = "1994-04-01")
        LocalDate enrolledOn,

        @Schema(description = "Segment that made the client eligible.") @Nullable
        UUID segmentId,

        @Schema(examples = "olga.operator") String enrolledBy,

        @Schema(
                description = "The terms the member accepted last, by the bank's name of them; absent for none.",
                examples = "2026-01")
        @Nullable
        String acceptedTerms,

        @Nullable Instant termsAcceptedAt,

        @Schema(description = "Why it ended; absent while it lasts.", examples = "DEPARTED") @Nullable
        LeaveReason leaveReason,

        @Schema(description = "Until when a former member can still spend; absent where points stay or are gone.")
        @Nullable
        Instant pointsEndAt,

        @Schema(description = "The membership that goes on, where it was merged.") @Nullable
        UUID mergedInto) {

    static MemberResponse from(Member member) {
        return new MemberResponse(
                member.id(),
                member.programmeId(),
                member.clientId(),
                member.state(),
                member.joinedAt(),
                member.enrolledOn(),
                member.segmentId(),
                member.enrolledBy(),
                member.termsVersion(),
                member.termsAcceptedAt(),
                member.leaveReason(),
                member.pointsEndAt(),
                member.mergedInto());
    }

    /** 201 after a command, with the member and its entity tag. */
    static Response done(Member member) {
        return Reply.created(member.link(), from(member)).withTag(member).toResponse();
    }

    /** 200 with the member and its entity tag. */
    static Response reply(Member member) {
        return Reply.ok(from(member)).withTag(member).toResponse();
    }
}
