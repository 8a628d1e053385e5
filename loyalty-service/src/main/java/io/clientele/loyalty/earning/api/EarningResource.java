package io.clientele.loyalty.earning.api;

import io.clientele.loyalty.earning.EarningPoints;
import io.clientele.loyalty.earning.EarningPoints.MemberActivity;
import io.clientele.loyalty.earning.EarningPoints.Outcome;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST .../members/{memberId}/transactions}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/transactions")
@Tag(name = "Points", description = "What members earn, hold and spent: transactions, balance, statement.")
@RunOnVirtualThread
@Transactional
class EarningResource {

    private final EarningPoints earning;
    private final Idempotency idempotency;
    private final Clock clock;

    EarningResource(EarningPoints earning, Idempotency idempotency, Clock clock) {
        this.earning = earning;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.SYSTEM})
    @Operation(summary = "Report an activity of a member, or try one out", description = """
                    Judges the activity by the rules in force at its own time and credits what it earns; the reply says what each rule said and why. \
                    With `dryRun=true` nothing is moved and no key is needed. 201 when points were credited, 200 when none were. \
                    409 `already-counted` when an activity of this source id has earned in this programme.""")
    @APIResponse(
            responseCode = "201",
            description = "Points were credited; `Location` is the first transaction.",
            content = @Content(schema = @Schema(implementation = EarningResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "Nothing was credited: no rule applies, or a dry run.",
            content = @Content(schema = @Schema(implementation = EarningResponse.class)))
    public Response reportMemberActivity(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @Parameter(description = "Only say what would happen.", example = "false")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @Parameter(
                            description = "Required unless it is a dry run: makes a repetition safe.",
                            example = "6f1c9a52-5c0e-4a39-9a8e-0d6a5f0f3a18")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @NotNull @Valid EarningRequest request) {
        MemberActivity activity = request.toActivity(clock.instant());
        if (dryRun) {
            return Reply.ok(EarningResponse.dryRun(earning.tryOut(programmeId, memberId, activity)))
                    .toResponse();
        }
        return idempotency.onceWithKey(
                key,
                request,
                () -> earning.earn(programmeId, memberId, activity),
                outcome -> reply(programmeId, memberId, outcome));
    }

    private static Reply reply(UUID programmeId, UUID memberId, Outcome outcome) {
        EarningResponse body = EarningResponse.from(outcome);
        return outcome.credited().isEmpty()
                ? Reply.ok(body)
                : Reply.created(
                        "/v1/loyalty-programmes/" + programmeId + "/members/" + memberId + "/transactions/"
                                + outcome.credited().getFirst().transactionId(),
                        body);
    }
}
