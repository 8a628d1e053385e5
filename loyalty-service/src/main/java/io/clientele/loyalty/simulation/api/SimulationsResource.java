package io.clientele.loyalty.simulation.api;

import io.clientele.loyalty.simulation.Simulating;
import io.clientele.loyalty.simulation.Simulation;
import io.clientele.loyalty.simulation.Simulations;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/simulations}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/simulations")
@Tag(
        name = "Simulations",
        description =
                "Candidate terms replayed on what members really did, beside today's terms. Nothing in the ledger moves.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({
    Roles.LOYALTY_OPERATOR,
    Roles.LOYALTY_APPROVER,
    Roles.PROGRAMME_MANAGER,
    Roles.ANALYST,
    Roles.FINANCE,
    Roles.AUDITOR
})
class SimulationsResource {

    private final Simulating simulating;
    private final Simulations simulations;
    private final Idempotency idempotency;

    SimulationsResource(Simulating simulating, Simulations simulations, Idempotency idempotency) {
        this.simulating = simulating;
        this.simulations = simulations;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.PROGRAMME_MANAGER, Roles.ANALYST})
    @Operation(summary = "Begin a simulation", description = """
                    Replays the candidate terms on the activity of the programme's members in so many months, beside the version in force now, each \
                    side from no points and no tier on. It runs in the background and shows its progress. Redemptions, reversals, pools and velocity \
                    rules play no part. 422 `terms-inconsistent`, `no-version-in-force`.""")
    @APIResponse(
            responseCode = "202",
            description = "Begun; its path is in `Location`.",
            content = @Content(schema = @Schema(implementation = SimulationResponse.class)))
    public Response beginSimulation(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid SimulationRequest request) {
        Simulating.Wish wish = request.toWish();
        return idempotency.once(
                key,
                request,
                () -> simulating.begin(wish),
                begun -> Reply.accepted(begun.link(), SimulationResponse.progress(begun)));
    }

    @GET
    @Operation(summary = "List simulations", description = "Oldest first, without what came out.")
    @APIResponse(responseCode = "200", description = "A page of simulations.")
    public Page<SimulationResponse> listSimulations(
            @Parameter(
                            description = "Only simulations of this programme.",
                            example = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001",
                            schema = @Schema(implementation = UUID.class))
                    @QueryParam("programmeId")
                    @Nullable
                    String programmeId,
            @BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(Collections.singletonMap("programmeId", programmeId));
        return seek.page(
                simulations.page(
                        seek.filter("programmeId", UUID::fromString), seek.after(UUID::fromString), seek.fetch()),
                simulation -> simulation.id().toString(),
                SimulationResponse::progress);
    }

    @GET
    @Path("/{simulationId}")
    @Operation(
            summary = "Read a simulation",
            description = "Its progress and, once it is completed, what came out: for all members and by segment.")
    @APIResponse(responseCode = "200", description = "The simulation.")
    public SimulationResponse getSimulation(@PathParam("simulationId") UUID id) {
        Simulation simulation = simulations.get(id);
        return simulation.state() == Simulation.State.COMPLETED
                ? SimulationResponse.completed(simulation, simulations.points(id), simulations.tiers(id))
                : SimulationResponse.progress(simulation);
    }
}
