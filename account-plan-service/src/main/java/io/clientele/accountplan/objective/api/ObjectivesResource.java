package io.clientele.accountplan.objective.api;

import io.clientele.accountplan.objective.Objective;
import io.clientele.accountplan.objective.Objectives;
import io.clientele.accountplan.objective.SmartVerdict;
import io.clientele.accountplan.objective.WritingObjectives;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.plan.AccountPlans;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path(AccountPlan.PATH + "/{planId}/objectives")
@RunOnVirtualThread
@Tag(name = "Objectives", description = "What a plan is to reach, each objective with its SMART check.")
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER})
class ObjectivesResource {

    private final AccountPlans plans;
    private final Objectives objectives;
    private final WritingObjectives writing;
    private final Idempotency idempotency;

    ObjectivesResource(AccountPlans plans, Objectives objectives, WritingObjectives writing, Idempotency idempotency) {
        this.plans = plans;
        this.objectives = objectives;
        this.writing = writing;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "addObjective", summary = "Add an objective", description = """
            Taken whenever it is well-formed; `smartCheck` in the reply shows what it lacks, and the plan cannot be submitted \
            while a letter fails. Publishes `objective.added`, and `objective.smart-failed` when it fails. Codes: \
            403 `not-plan-writer`; 409 `plan-submitted`, `plan-archived`; 422 `product-line-unknown`, `priority-unknown`, \
            `client-unknown`.""")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = ObjectiveResponse.class)))
    public Response add(
            @PathParam("planId") UUID planId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ObjectiveRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.add(planId, request::terms),
                added ->
                        Reply.created(added.objective().path(), rendered(added)).withTag(added.objective()));
    }

    @GET
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listObjectives",
            summary = "List the objectives of a plan",
            description = "In the order they were added, each with its SMART check.")
    @APIResponse(responseCode = "200", description = "One page of objectives.")
    public Page<ObjectiveResponse> list(@PathParam("planId") UUID planId, @BeanParam PageRequest page) {
        AccountPlan plan = plans.get(planId);
        PageRequest.Seek seek = page.seek(Map.of());
        Function<Objective, SmartVerdict> checks = objectives.checks(plan);
        return seek.page(
                objectives.page(plan, seek),
                objective -> objective.id().toString(),
                objective -> ObjectiveResponse.from(objective, checks.apply(objective)));
    }

    @GET
    @Path("/{objectiveId}")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getObjective",
            summary = "Show an objective",
            description = "With its ETag, which a change needs, and its SMART check.")
    @APIResponse(
            responseCode = "200",
            description = "The objective.",
            content = @Content(schema = @Schema(implementation = ObjectiveResponse.class)))
    public Response show(@PathParam("planId") UUID planId, @PathParam("objectiveId") UUID id) {
        AccountPlan plan = plans.get(planId);
        Objective objective = objectives.get(plan, id);
        return Reply.ok(ObjectiveResponse.from(objective, objectives.check(plan, objective)))
                .withTag(objective)
                .toResponse();
    }

    @GET
    @Path("/{objectiveId}/smart-check")
    @Transactional
    @RolesAllowed({
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.PRODUCT_SPECIALIST,
        Roles.COMPLIANCE,
        Roles.AUDITOR
    })
    @Operation(operationId = "checkObjective", summary = "Check an objective letter by letter", description = """
            One verdict each for Specific, Measurable, Attainable, Realistic and Timely, with a code for everything missing.

            S `entity-missing`, `product-line-missing`, `geography-missing`, `owner-missing`, `vague-verb`. \
            M `unit-missing`, `baseline-missing`, `baseline-undated`, `target-missing`, `target-equals-baseline`, \
            `direction-missing`, `direction-contradicts-target`, `data-source-missing`. \
            A `growth-unknown`, `history-missing`, `growth-above-history`: the simple yearly growth from baseline to target is \
            at most the configured multiple (2 by default) of that from history to baseline, or a second person accepted the \
            justification (WAIVED). \
            R `link-missing`, `people-missing`, `budget-missing`. \
            T `start-missing`, `due-missing`, `due-not-after-start`, `due-after-plan-end`, `milestone-outside`, \
            `milestones-too-sparse`.""")
    @APIResponse(responseCode = "200", description = "The verdict.")
    public SmartVerdict check(@PathParam("planId") UUID planId, @PathParam("objectiveId") UUID id) {
        AccountPlan plan = plans.get(planId);
        return objectives.check(plan, objectives.get(plan, id));
    }

    @PUT
    @Path("/{objectiveId}")
    @Operation(operationId = "changeObjective", summary = "Change an objective", description = """
            Replaces what it says. A waiver holds on only if growth and justification stay as they were accepted. Publishes \
            `objective.smart-failed` when it fails the check afterwards. Codes: 403 `not-plan-writer`; 409 `plan-submitted`, \
            `plan-archived`; 422 `product-line-unknown`, `priority-unknown`, `client-unknown`.""")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = ObjectiveResponse.class)))
    public Response change(
            @PathParam("planId") UUID planId,
            @PathParam("objectiveId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid ObjectiveRequest request) {
        WritingObjectives.Checked changed = writing.change(planId, id, ifMatch, request::terms);
        return Reply.ok(rendered(changed)).withTag(changed.objective()).toResponse();
    }

    @DELETE
    @Path("/{objectiveId}")
    @Operation(
            operationId = "removeObjective",
            summary = "Remove an objective from the draft",
            description =
                    "Approved versions keep it. Codes: 403 `not-plan-writer`; 409 `plan-submitted`, `plan-archived`.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public void remove(
            @PathParam("planId") UUID planId,
            @PathParam("objectiveId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        writing.remove(planId, id, ifMatch);
    }

    @POST
    @Path("/{objectiveId}/waivers")
    @RolesAllowed(Roles.TEAM_LEADER)
    @Operation(operationId = "waiveObjective", summary = "Accept the justification of an objective", description = """
            The leader of the relationship manager's team accepts why a target beyond the growth so far is within reach: \
            Attainable becomes WAIVED. Not for who wrote or answers for the objective. Codes: 403 `not-plan-approver`, \
            `four-eyes`; 409 `justification-missing`, `plan-archived`.""")
    @APIResponse(
            responseCode = "201",
            description = "Accepted: the objective with its waiver.",
            content = @Content(schema = @Schema(implementation = ObjectiveResponse.class)))
    public Response waive(
            @PathParam("planId") UUID planId,
            @PathParam("objectiveId") UUID id,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid WaiverRequest request) {
        return idempotency.once(
                key,
                request,
                () -> writing.waive(planId, id, ifMatch, request.comment()),
                waived -> Reply.created(waived.objective().path(), rendered(waived))
                        .withTag(waived.objective()));
    }

    private static ObjectiveResponse rendered(WritingObjectives.Checked checked) {
        return ObjectiveResponse.from(checked.objective(), checked.verdict());
    }
}
