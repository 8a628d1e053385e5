package io.clientele.loyalty.referral.api;

import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.referral.Referral;
import io.clientele.loyalty.referral.Referrals;
import io.clientele.loyalty.referral.Referring;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes/{programmeId}/referrals}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/referrals")
@Tag(name = "Referrals", description = "Members who bring clients; checked for fraud, decided by a second person.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
class ReferralsResource {

    private final Referring referring;
    private final Referrals referrals;
    private final Programmes programmes;
    private final Idempotency idempotency;

    ReferralsResource(Referring referring, Referrals referrals, Programmes programmes, Idempotency idempotency) {
        this.referring = referring;
        this.referrals = referrals;
        this.programmes = programmes;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.LOYALTY_OPERATOR)
    @Operation(
            summary = "Open a referral",
            description =
                    "A member brings a client, who is to become a member after this. What speaks against it is told and can change until the decision. 409 `programme-not-active`; 422 `member-unknown`.")
    @APIResponse(
            responseCode = "201",
            description = "Opened.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Response openReferral(
            @PathParam("programmeId") UUID programmeId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReferralRequest request) {
        return done(key, request, () -> referring.open(programmeId, request.memberId(), request.referredClientId()));
    }

    @GET
    @Operation(summary = "List referrals", description = "Of the programme, oldest first.")
    @APIResponse(responseCode = "200", description = "A page of referrals.")
    public Page<ReferralResponse> listReferrals(
            @PathParam("programmeId") UUID programmeId,
            @Parameter(
                            description = "Only referrals in this state.",
                            schema = @Schema(implementation = Referral.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        programmes.get(programmeId);
        PageRequest.Seek seek = page.seek(Collections.singletonMap("state", state));
        return seek.page(
                referrals.page(
                        programmeId,
                        seek.filter("state", Referral.State::valueOf),
                        seek.after(UUID::fromString),
                        seek.fetch()),
                referral -> referral.id().toString(),
                this::response);
    }

    @GET
    @Path("/{referralId}")
    @Operation(summary = "Read a referral", description = "With what speaks against it, and its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The referral.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Response getReferral(@PathParam("programmeId") UUID programmeId, @PathParam("referralId") UUID referralId) {
        Referral referral = referrals.get(programmeId, referralId);
        return Reply.ok(response(referral)).withTag(referral).toResponse();
    }

    @POST
    @Path("/{referralId}/acceptances")
    @RolesAllowed(Roles.LOYALTY_APPROVER)
    @Operation(summary = "Accept a referral", description = """
                    Both do something of type `referral` by it, with `role` `REFERRER` or `REFERRED`, which rules may reward. 403 `four-eyes` for who \
                    opened it; 409 `referral-decided`, `referral-suspicious` when something speaks against it.""")
    @APIResponse(
            responseCode = "201",
            description = "The referral, accepted.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Response acceptReferral(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("referralId") UUID referralId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key) {
        return done(key, "acceptance", () -> referring.accept(programmeId, referralId, ifMatch));
    }

    @POST
    @Path("/{referralId}/rejections")
    @RolesAllowed(Roles.LOYALTY_APPROVER)
    @Operation(
            summary = "Reject a referral",
            description = "With the reason. 403 `four-eyes` for who opened it; 409 `referral-decided`.")
    @APIResponse(
            responseCode = "201",
            description = "The referral, rejected.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Response rejectReferral(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("referralId") UUID referralId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RejectionRequest request) {
        return done(key, request, () -> referring.reject(programmeId, referralId, ifMatch, request.reason()));
    }

    private ReferralResponse response(Referral referral) {
        return ReferralResponse.from(referral, referring.findings(referral));
    }

    private Response done(@Nullable String key, Object request, Supplier<Referral> command) {
        return idempotency.onceWithKey(
                key,
                request,
                command,
                referral -> Reply.created(referral.link(), response(referral)).withTag(referral));
    }
}
