package io.clientele.loyalty.reward.api;

import io.clientele.loyalty.reward.Vouchers;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.Reply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code .../rewards/{rewardId}/vouchers}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/rewards/{rewardId}/vouchers")
@Tag(name = "Rewards")
@RunOnVirtualThread
@Transactional
class VouchersResource {

    private final Vouchers vouchers;
    private final Idempotency idempotency;

    VouchersResource(Vouchers vouchers, Idempotency idempotency) {
        this.vouchers = vouchers;
        this.idempotency = idempotency;
    }

    /** Codes to add. */
    @Schema(name = "VouchersRequest", description = "Codes to add.")
    record VouchersRequest(
            @Schema(description = "Each at most 100 characters.", examples = "[\"CINEMA-7F3K-22\"]")
            @NotEmpty
            @Size(max = 10_000)
            List<@NotNull String> codes) {}

    /** What was added. */
    @Schema(name = "VouchersAdded", description = "What was added.")
    record VouchersResponse(
            @Schema(description = "New codes.", examples = "1")
            int added,

            @Schema(description = "Codes the reward had before.", examples = "0")
            int known) {}

    @POST
    @RolesAllowed({Roles.LOYALTY_OPERATOR})
    @Operation(summary = "Add voucher codes to a reward", description = """
                    The reward's stock grows by the codes that are new; each redemption gets codes nobody else gets. 409 `stock-limited`.""")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = VouchersResponse.class)))
    public Response addVouchers(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("rewardId") UUID rewardId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid VouchersRequest request) {
        List<String> codes = Vouchers.checked(request.codes());
        return idempotency.once(
                key,
                request,
                () -> vouchers.add(programmeId, rewardId, codes),
                added -> Reply.created(
                        "/v1/loyalty-programmes/" + programmeId + "/rewards/" + rewardId,
                        new VouchersResponse(added, codes.size() - added)));
    }
}
