package io.clientele.loyalty.programme.api;

import io.clientele.loyalty.programme.GoverningProgrammes;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.ProgrammeState;
import io.clientele.loyalty.programme.Programmes;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes")
@Tag(name = "Loyalty programmes", description = "Programmes and the versions of their terms, approved by four eyes.")
@RunOnVirtualThread
@Transactional
@RolesAllowed(Roles.LOYALTY_OPERATOR)
class ProgrammesResource {

    private final GoverningProgrammes governing;
    private final Programmes programmes;
    private final Idempotency idempotency;
    private final Clock clock;

    ProgrammesResource(GoverningProgrammes governing, Programmes programmes, Idempotency idempotency, Clock clock) {
        this.governing = governing;
        this.programmes = programmes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Draft a programme",
            description =
                    "A new programme in DRAFT with version 1 of its terms. 422 `terms-inconsistent` when currencies and rules do not fit together.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted.",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response draftProgramme(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ProgrammeRequest request) {
        return idempotency.once(
                key,
                request,
                () -> governing.draft(request.toDraft()),
                programme -> Reply.created(programme.link(), ProgrammeResponse.from(programme, clock.instant()))
                        .withTag(programme));
    }

    @GET
    @RolesAllowed({
        Roles.LOYALTY_OPERATOR,
        Roles.LOYALTY_APPROVER,
        Roles.FINANCE,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.SERVICE_AGENT,
        Roles.CLIENT
    })
    @Operation(summary = "List programmes", description = "Oldest first.")
    @APIResponse(responseCode = "200", description = "A page of programmes.")
    public Page<ProgrammeResponse> listProgrammes(
            @Parameter(
                            description = "Only programmes in this state.",
                            schema = @Schema(implementation = ProgrammeState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(Collections.singletonMap("state", state));
        List<LoyaltyProgramme> rows = programmes.page(
                seek.filter("state", ProgrammeState::valueOf), seek.after(UUID::fromString), seek.fetch());
        return seek.page(
                rows,
                programme -> programme.id().toString(),
                programme -> ProgrammeResponse.from(programme, clock.instant()));
    }

    @GET
    @Path("/{programmeId}")
    @RolesAllowed({
        Roles.LOYALTY_OPERATOR,
        Roles.LOYALTY_APPROVER,
        Roles.FINANCE,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER,
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.SERVICE_AGENT,
        Roles.CLIENT
    })
    @Operation(
            summary = "Read a programme",
            description = "With its terms in force and in the making, and its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The programme.",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response getProgramme(@PathParam("programmeId") UUID programmeId) {
        return ProgrammeResponse.reply(programmes.get(programmeId), clock.instant());
    }

    @PUT
    @Path("/{programmeId}")
    @Operation(summary = "Change a programme", description = """
                    Changes the version in the making, or begins the next one; what is in force stays in force until another version is approved. \
                    409 `version-not-draft` while it is in review; 422 `name-and-time-zone-settled` after the first approval, `terms-inconsistent`.""")
    @APIResponse(
            responseCode = "200",
            description = "The programme after the change.",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response changeProgramme(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid ProgrammeRequest request) {
        return ProgrammeResponse.reply(governing.revise(programmeId, ifMatch, request.toDraft()), clock.instant());
    }

    @POST
    @Path("/{programmeId}/reviews")
    @Operation(
            summary = "Submit for approval",
            description =
                    "Hands the version in the making to an approver. 409 `no-version-in-the-making`, `version-not-draft`.")
    @APIResponse(
            responseCode = "201",
            description = "The programme, its version in review.",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response submitProgramme(
            @PathParam("programmeId") UUID programmeId, @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        return ProgrammeResponse.done(governing.submit(programmeId, ifMatch), clock.instant());
    }

    @POST
    @Path("/{programmeId}/approvals")
    @RolesAllowed(Roles.LOYALTY_APPROVER)
    @Operation(summary = "Approve the version in review", description = """
                    The first approval opens the programme. `programme.activated` is published when the version takes effect. 403 `four-eyes` for \
                    anybody who wrote, changed or submitted it; 409 `no-version-in-the-making`, `version-not-in-review`; 422 `effective-too-early`, \
                    `notice-too-short`.""")
    @APIResponse(
            responseCode = "201",
            description = "The programme, its version approved.",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response approveProgramme(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid ApprovalRequest request) {
        return ProgrammeResponse.done(
                governing.approve(programmeId, ifMatch, request.effectiveFrom(), request.remark()), clock.instant());
    }

    @POST
    @Path("/{programmeId}/rejections")
    @RolesAllowed(Roles.LOYALTY_APPROVER)
    @Operation(
            summary = "Return the version in review to its makers",
            description = "403 `four-eyes`; 409 `no-version-in-the-making`, `version-not-in-review`.")
    @APIResponse(
            responseCode = "201",
            description = "The programme, its version a draft again.",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response rejectProgramme(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return ProgrammeResponse.done(governing.reject(programmeId, ifMatch, request.reason()), clock.instant());
    }

    @POST
    @Path("/{programmeId}/suspensions")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER})
    @Operation(
            summary = "Suspend a programme",
            description =
                    "Nobody enrols, earns or spends until it is resumed; points stay and go on expiring. 409 `programme-not-active`.")
    @APIResponse(
            responseCode = "201",
            description = "The suspended programme.",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response suspendProgramme(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return ProgrammeResponse.done(governing.suspend(programmeId, ifMatch, request.reason()), clock.instant());
    }

    @POST
    @Path("/{programmeId}/resumptions")
    @RolesAllowed(Roles.LOYALTY_APPROVER)
    @Operation(
            summary = "Resume a suspended programme",
            description =
                    "Activity that happened while it was suspended earns nothing, also when it arrives later. 409 `programme-not-suspended`.")
    @APIResponse(
            responseCode = "201",
            description = "The programme, active again.",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response resumeProgramme(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return ProgrammeResponse.done(governing.resume(programmeId, ifMatch, request.reason()), clock.instant());
    }

    @POST
    @Path("/{programmeId}/wind-downs")
    @RolesAllowed(Roles.LOYALTY_APPROVER)
    @Operation(summary = "End a programme", description = """
                    From now on nobody enrols or earns; members spend until the end of `spendUntil`, then the programme closes and the points that \
                    are left end. Repeated, it gives members more time. 409 `programme-not-active`; 422 `notice-too-short`, also for a day before \
                    the one announced.""")
    @APIResponse(
            responseCode = "201",
            description = "The programme, winding down.",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response windDownProgramme(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid WindDownRequest request) {
        return ProgrammeResponse.done(
                governing.windDown(programmeId, ifMatch, request.spendUntil(), request.reason()), clock.instant());
    }

    @GET
    @Path("/{programmeId}/versions")
    @RolesAllowed({
        Roles.LOYALTY_OPERATOR,
        Roles.LOYALTY_APPROVER,
        Roles.FINANCE,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.ANALYST,
        Roles.PROGRAMME_MANAGER
    })
    @Operation(summary = "List the versions of a programme's terms", description = "By number.")
    @APIResponse(responseCode = "200", description = "All versions.")
    public List<VersionResponse> listProgrammeVersions(@PathParam("programmeId") UUID programmeId) {
        return programmes.get(programmeId).versions().stream()
                .map(VersionResponse::from)
                .toList();
    }
}
