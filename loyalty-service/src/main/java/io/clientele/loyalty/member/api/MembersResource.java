package io.clientele.loyalty.member.api;

import io.clientele.loyalty.member.Enrolling;
import io.clientele.loyalty.member.MemberState;
import io.clientele.loyalty.member.MemberStateChange;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.clientele.platform.problem.ProblemException;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes/{programmeId}/members}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members")
@Tag(name = "Members", description = "Clients as members of a programme; a client is a member once.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({
    Roles.LOYALTY_OPERATOR,
    Roles.LOYALTY_APPROVER,
    Roles.FINANCE,
    Roles.COMPLIANCE,
    Roles.AUDITOR,
    Roles.ANALYST,
    Roles.RELATIONSHIP_MANAGER,
    Roles.TEAM_LEADER,
    Roles.SERVICE_AGENT,
    Roles.CLIENT
})
class MembersResource {

    private static final Set<String> LISTING = Set.of(
            Roles.LOYALTY_OPERATOR,
            Roles.LOYALTY_APPROVER,
            Roles.FINANCE,
            Roles.COMPLIANCE,
            Roles.AUDITOR,
            Roles.ANALYST,
            Roles.RELATIONSHIP_MANAGER,
            Roles.TEAM_LEADER,
            Roles.CLIENT);

    private final Enrolling enrolling;
    private final Members members;
    private final Programmes programmes;
    private final Idempotency idempotency;
    private final CurrentWork work;

    MembersResource(
            Enrolling enrolling, Members members, Programmes programmes, Idempotency idempotency, CurrentWork work) {
        this.enrolling = enrolling;
        this.members = members;
        this.programmes = programmes;
        this.idempotency = idempotency;
        this.work = work;
    }

    @POST
    @RolesAllowed({
        Roles.LOYALTY_OPERATOR,
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.SERVICE_AGENT,
        Roles.CLIENT
    })
    @Operation(summary = "Enrol a client", description = """
                    Activity that happens from now on, by its own time, earns; earlier activity does not, also when it arrives later. \
                    The conditions of the terms in force have to hold. 409 `already-member`, `programme-not-active`; 422 `client-unknown`, \
                    `not-eligible`, `terms-not-accepted`, `terms-unknown`.""")
    @APIResponse(
            responseCode = "201",
            description = "Enrolled.",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    public Response enrolMember(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid EnrolRequest request) {
        return idempotency.once(
                key,
                request,
                () -> enrolling.enrol(programmeId, request.clientId(), request.segmentId(), request.acceptedTerms()),
                member -> Reply.created(member.link(), MemberResponse.from(member))
                        .withTag(member));
    }

    @GET
    @Operation(
            summary = "List members",
            description =
                    "Those in the caller's scope, longest enrolled first. A service agent names one client: 403 `client-required` otherwise.")
    @APIResponse(responseCode = "200", description = "A page of members.")
    public Page<MemberResponse> listMembers(
            @PathParam("programmeId") UUID programmeId,
            @Parameter(description = "Only this client's membership.", example = "1787") @QueryParam("client") @Nullable
                    String client,
            @Parameter(
                            description = "Only members in this state.",
                            schema = @Schema(implementation = MemberState.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        programmes.get(programmeId);
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("client", client);
        filters.put("state", state);
        PageRequest.Seek seek = page.seek(filters);
        requireListing(seek.filter("client"));
        return seek.page(
                members.page(
                        programmeId,
                        seek.filter("client"),
                        seek.filter("state", MemberState::valueOf),
                        seek.after(UUID::fromString),
                        seek.fetch()),
                member -> member.id().toString(),
                MemberResponse::from);
    }

    private void requireListing(@Nullable String clientId) {
        Caller caller = work.caller();
        if (clientId == null && caller.roles().stream().noneMatch(LISTING::contains)) {
            throw ProblemException.forbidden(
                    "client-required", "A service agent sees one client at a time: name the client.");
        }
    }

    @GET
    @Path("/{memberId}")
    @Operation(summary = "Read a member", description = "With its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The member.",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    public Response getMember(@PathParam("programmeId") UUID programmeId, @PathParam("memberId") UUID memberId) {
        return MemberResponse.reply(members.get(programmeId, memberId));
    }

    @GET
    @Path("/{memberId}/states")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(summary = "Read how a membership stood over time", description = "Oldest first, with who and why.")
    @APIResponse(responseCode = "200", description = "All states it has been in.")
    public List<StateResponse> listMemberStates(
            @PathParam("programmeId") UUID programmeId, @PathParam("memberId") UUID memberId) {
        return members.get(programmeId, memberId).stateChanges().stream()
                .map(StateResponse::from)
                .toList();
    }

    /** A state a member came into. */
    @Schema(name = "MemberStateChange", description = "A state a member came into.")
    record StateResponse(
            @Schema(examples = "SUSPENDED") MemberState state,
            Instant since,
            @Schema(examples = "olga.operator") String actor,

            @Schema(description = "Absent where none was asked for.", examples = "Under investigation, case 4711.")
            @Nullable
            String reason) {

        static StateResponse from(MemberStateChange change) {
            return new StateResponse(change.state(), change.since(), change.actor(), change.reason());
        }
    }

    @POST
    @Path("/{memberId}/terms-acceptances")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.RELATIONSHIP_MANAGER, Roles.SERVICE_AGENT, Roles.CLIENT})
    @Operation(
            summary = "Accept terms",
            description = "Keeps which terms the member accepted and when. 409 `member-left`; 422 `terms-unknown`.")
    @APIResponse(
            responseCode = "201",
            description = "The member.",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    public Response acceptTerms(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid TermsAcceptanceRequest request) {
        return idempotency.once(
                key,
                request,
                () -> enrolling.accept(programmeId, memberId, request.acceptedTerms()),
                member -> Reply.created(member.link(), MemberResponse.from(member))
                        .withTag(member));
    }

    @POST
    @Path("/{memberId}/suspensions")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.COMPLIANCE})
    @Operation(
            summary = "Suspend a member",
            description =
                    "No earning and spending until resumed; points stay and go on expiring. 409 `member-not-active`.")
    @APIResponse(
            responseCode = "201",
            description = "The suspended member.",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    public Response suspendMember(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid MemberReasonRequest request) {
        return MemberResponse.done(enrolling.suspend(programmeId, memberId, ifMatch, request.reason()));
    }

    @POST
    @Path("/{memberId}/resumptions")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.COMPLIANCE})
    @Operation(summary = "End a member's suspension", description = "409 `member-not-suspended`.")
    @APIResponse(
            responseCode = "201",
            description = "The member, active again.",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    public Response resumeMember(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid MemberReasonRequest request) {
        return MemberResponse.done(enrolling.resume(programmeId, memberId, ifMatch, request.reason()));
    }

    @POST
    @Path("/{memberId}/departures")
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.RELATIONSHIP_MANAGER, Roles.SERVICE_AGENT, Roles.CLIENT})
    @Operation(
            summary = "End a membership for good",
            description =
                    "The member neither earns nor spends any more; points stay on the books and go on expiring, or end by the programme's policy: with `forfeitOnLeaving` at once, or after the `leavingGraceDays` in which they can be spent. Of a pool the member takes the own points along. 409 `member-left`.")
    @APIResponse(
            responseCode = "201",
            description = "The former member.",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    public Response endMembership(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        return MemberResponse.done(enrolling.leave(programmeId, memberId, ifMatch));
    }
}
