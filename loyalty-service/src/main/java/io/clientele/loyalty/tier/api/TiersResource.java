package io.clientele.loyalty.tier.api;

import io.clientele.contracts.loyalty.TierChangeReason;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.programme.RunningProgrammes;
import io.clientele.loyalty.rules.Tier;
import io.clientele.loyalty.rules.TierScheme;
import io.clientele.loyalty.tier.TierOutlook;
import io.clientele.loyalty.tier.TierRisks;
import io.clientele.loyalty.tier.Tiers;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../members/{memberId}/tier-progress} and {@code tier-moves}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}")
@Tag(
        name = "Tiers",
        description = "Which tier a member is in, what is missing to the next, and why each move came about.")
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
class TiersResource {

    private final Members members;
    private final RunningProgrammes programmes;
    private final Tiers tiers;
    private final TierRisks risks;
    private final Clock clock;

    TiersResource(Members members, RunningProgrammes programmes, Tiers tiers, TierRisks risks, Clock clock) {
        this.risks = risks;
        this.members = members;
        this.programmes = programmes;
        this.tiers = tiers;
        this.clock = clock;
    }

    /** Progress as callers see it. */
    @Schema(name = "TierProgress", description = "A member's tier and what is missing to the next.")
    record TierProgressResponse(
            @Schema(description = "Key of the tier; absent for none.", examples = "silver") @Nullable
            String tier,

            @Schema(description = "Since when the member is in it.") @Nullable
            Instant since,

            @Schema(description = "First instant of the period that counts now.")
            Instant periodStart,

            @Schema(
                    description = "Qualifying points of the period, per month where the scheme measures an average.",
                    examples = "1200")
            long qualifying,

            @Schema(description = "Code of the qualifying currency of points.", examples = "POINTS")
            String currency,

            @Schema(description = "Key of the next tier; absent on the highest.", examples = "gold") @Nullable
            String next,

            @Schema(description = "Points missing to the next tier; absent on the highest.", examples = "3800")
            @Nullable
            Long missing,

            @Schema(description = "What is going to be lost if nothing more is earned; absent for nothing.") @Nullable
            AtRiskResponse atRisk) {}

    /** What is at risk, as callers see it. */
    @Schema(name = "TierRisk", description = "A tier that is going to be lost if nothing more is earned.")
    record AtRiskResponse(
            @Schema(description = "Key of the tier the member would come to; absent for none.", examples = "silver")
            @Nullable
            String fallsTo,

            @Schema(description = "Last business day of the tier, grace included.", examples = "1995-03-31")
            LocalDate keptUntil,

            @Schema(description = "Qualifying points that keep it.", examples = "380")
            long missing) {

        static AtRiskResponse from(TierOutlook.Risk risk) {
            return new AtRiskResponse(risk.fallsTo(), risk.keptUntil(), risk.missing());
        }
    }

    /** A move as callers see it. */
    @Schema(name = "TierMove", description = "A move between tiers, with what it rests on.")
    record TierMoveResponse(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e11000f")
            UUID id,

            @Schema(description = "Key of the tier before; absent for none.", examples = "silver") @Nullable
            String before,

            @Schema(description = "Key of the tier after; absent for none.", examples = "gold") @Nullable
            String after,

            @Schema(examples = "REACHED") TierChangeReason reason,

            @Schema(description = "Qualifying points it rests on.", examples = "5120")
            long qualifying,

            @Schema(description = "First instant of the period that counted.")
            Instant periodStart,

            @Schema(description = "Version of the programme whose tiers were applied.", examples = "1")
            int programmeVersion,

            Instant happenedAt,
            @Schema(examples = "loyalty-tiers") String actor) {

        static TierMoveResponse from(Tiers.Move move) {
            return new TierMoveResponse(
                    move.id(),
                    move.before(),
                    move.after(),
                    move.reason(),
                    move.qualifying(),
                    move.periodStart(),
                    move.programmeVersion(),
                    move.happenedAt(),
                    move.actor());
        }
    }

    @GET
    @Path("/tier-progress")
    @Operation(
            summary = "Read a member's tier and progress",
            description =
                    "By the tiers in force now: where the member is, what is missing to the next tier, and what is at risk and until when. 404 for a programme without tiers.")
    @APIResponse(responseCode = "200", description = "The progress.")
    public TierProgressResponse getTierProgress(
            @PathParam("programmeId") UUID programmeId, @PathParam("memberId") UUID memberId) {
        UUID member = members.get(programmeId, memberId).id();
        Instant now = clock.instant();
        RunningProgramme programme = programmes.current().stream()
                .filter(candidate -> candidate.id().equals(programmeId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        TierScheme scheme = programme
                .inForceAt(now)
                .map(version -> version.terms().tiers())
                .orElseThrow(ProblemException::notFound);
        Tiers.Standing standing =
                tiers.standings(programme, scheme, List.of(member)).getFirst();
        long qualifying = standing.points() / scheme.months(now, programme.zone());
        @Nullable
        Tier next = scheme.above(Math.max(scheme.placeOf(standing.tier()), scheme.reached(qualifying)))
                .orElse(null);
        return new TierProgressResponse(
                standing.tier(),
                standing.tier() == null ? null : standing.since(),
                scheme.periodStart(now, programme.zone()),
                qualifying,
                scheme.currency(),
                next == null ? null : next.key(),
                next == null ? null : Math.max(0, next.threshold() - qualifying),
                risks.of(programme, scheme, standing).map(AtRiskResponse::from).orElse(null));
    }

    @GET
    @Path("/tier-moves")
    @Operation(
            summary = "List a member's moves between tiers",
            description = "Oldest first, each with what it rests on.")
    @APIResponse(responseCode = "200", description = "A page of moves.")
    public Page<TierMoveResponse> listTierMoves(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @BeanParam PageRequest page) {
        UUID member = members.get(programmeId, memberId).id();
        PageRequest.Seek seek = page.seek(Map.of());
        return seek.page(
                tiers.history(member, seek.after(UUID::fromString), seek.fetch()),
                move -> move.id().toString(),
                TierMoveResponse::from);
    }
}
