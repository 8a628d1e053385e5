package io.clientele.loyalty.achievement.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.loyalty.achievement.Achievements;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.platform.caller.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../members/{memberId}/achievements}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/achievements")
@Tag(name = "Achievements", description = "What members can reach by what they do, and how far they are.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({
    Roles.LOYALTY_OPERATOR,
    Roles.LOYALTY_APPROVER,
    Roles.COMPLIANCE,
    Roles.AUDITOR,
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.SERVICE_AGENT,
    Roles.CLIENT
})
class AchievementsResource {

    private final Members members;
    private final Programmes programmes;
    private final Achievements achievements;
    private final Clock clock;

    AchievementsResource(Members members, Programmes programmes, Achievements achievements, Clock clock) {
        this.members = members;
        this.programmes = programmes;
        this.achievements = achievements;
        this.clock = clock;
    }

    /**
     * How far a member is with an achievement or challenge.
     *
     * @param achievement its key
     * @param target sum or count to be reached
     * @param progress towards it, in the period of now
     * @param periodStart first instant of that period; absent when there is one for ever
     * @param periodEnd first instant after that period
     * @param completedAt when it was reached in that period; absent while it is not
     * @param times how many periods it was reached in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AchievementProgress")
    record AchievementResponse(
            @Schema(examples = "five-a-month") String achievement,
            @Schema(examples = "Five payments a month") String name,
            @Schema(examples = "5") BigDecimal target,
            @Schema(examples = "3") BigDecimal progress,
            @Nullable Instant periodStart,
            @Nullable Instant periodEnd,
            @Nullable Instant completedAt,
            @Schema(examples = "2") long times) {

        static AchievementResponse from(Achievements.Standing standing) {
            return new AchievementResponse(
                    standing.achievement().key(),
                    standing.achievement().name(),
                    standing.achievement().target(),
                    plain(standing.progress()),
                    standing.periodEnd() == null ? null : standing.periodStart(),
                    standing.periodEnd(),
                    standing.completedAt(),
                    standing.times());
        }

        /** 20 instead of 20.0000 or 2E+1. */
        private static BigDecimal plain(BigDecimal number) {
            BigDecimal shortest = number.stripTrailingZeros();
            return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
        }
    }

    @GET
    @Operation(
            summary = "List a member's achievements and challenges",
            description = "Those of the terms in force, with the progress in the period of now.")
    @APIResponse(responseCode = "200", description = "All of them.")
    public List<AchievementResponse> listAchievements(
            @PathParam("programmeId") UUID programmeId, @PathParam("memberId") UUID memberId) {
        Member member = members.get(programmeId, memberId);
        LoyaltyProgramme programme = programmes.get(programmeId);
        Holder holder = new Holder(memberId, programmeId, member.clientId(), programme.timeZone());
        Instant now = clock.instant();
        return programme.inForceAt(now).stream()
                .flatMap(version -> achievements.standings(version.terms(), holder, now).stream())
                .map(AchievementResponse::from)
                .toList();
    }
}
