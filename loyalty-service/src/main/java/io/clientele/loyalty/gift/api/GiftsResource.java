package io.clientele.loyalty.gift.api;

import io.clientele.contracts.Money;
import io.clientele.loyalty.gift.GiftEntry;
import io.clientele.loyalty.gift.ReferringGifts;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes/{programmeId}/gifts}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/gifts")
@Tag(name = "Gifts", description = "The gift and inducement register, and what compliance decides on.")
@RunOnVirtualThread
@Transactional
@RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
class GiftsResource {

    private final ReferringGifts gifts;
    private final Idempotency idempotency;

    GiftsResource(ReferringGifts gifts, Idempotency idempotency) {
        this.gifts = gifts;
        this.idempotency = idempotency;
    }

    /** A gift compliance is to decide on. */
    @Schema(name = "GiftReferral", description = "A gift compliance is to decide on.")
    record ReferralRequest(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003") @NotNull
            UUID memberId,

            @Schema(description = "A reward that is a gift.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005")
            @NotNull
            UUID rewardId,

            @Schema(description = "Units; 1 when absent.", minimum = "1", maximum = "1000", examples = "1")
            @Min(1)
            @Max(1000)
            @Nullable
            Integer quantity,

            @Schema(description = "Why it should be given. No personal data.", examples = "Prize of an open draw.")
            @NotBlank
            @Size(max = 1000)
            String reason) {}

    /** A line of the register as callers see it. */
    @Schema(name = "Gift", description = "A line of the gift and inducement register.")
    record GiftResponse(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110014")
            UUID id,

            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
            UUID memberId,

            @Schema(description = "The bank's own client number.", examples = "1787")
            String clientId,

            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005")
            UUID rewardId,

            @Schema(description = "Absent until it was given.") @Nullable
            UUID redemptionId,

            @Schema(examples = "1") int quantity,
            @Schema(description = "Of all units.") Money value,

            @Schema(description = "Of it, what was taken back.")
            Money returned,

            @Schema(examples = "GIVEN") GiftEntry.State state,

            @Schema(description = "Absent when nobody had to decide.", examples = "Prize of an open draw.") @Nullable
            String reason,

            @Schema(examples = "olga.operator") String enteredBy,
            Instant enteredAt,
            @Schema(examples = "carla.compliance") @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static GiftResponse from(GiftEntry entry) {
            return new GiftResponse(
                    entry.id(),
                    entry.memberId(),
                    entry.clientId(),
                    entry.rewardId(),
                    entry.redemptionId(),
                    entry.quantity(),
                    money(entry.value(), entry.currency()),
                    money(entry.returned(), entry.currency()),
                    entry.state(),
                    entry.reason(),
                    entry.enteredBy(),
                    entry.enteredAt(),
                    entry.decidedBy(),
                    entry.decidedAt());
        }

        private static Money money(BigDecimal amount, String currency) {
            return Money.rounded(amount, Currency.getInstance(currency), RoundingMode.HALF_EVEN);
        }
    }

    @POST
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.SERVICE_AGENT})
    @Operation(
            summary = "Refer a gift to compliance",
            description = "Once approved, the member may redeem it once, whatever the limit. 422 `not-a-gift`.")
    @APIResponse(
            responseCode = "201",
            description = "The gift, referred.",
            content = @Content(schema = @Schema(implementation = GiftResponse.class)))
    public Response referGift(
            @PathParam("programmeId") UUID programmeId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReferralRequest request) {
        int quantity = request.quantity() == null ? 1 : request.quantity();
        return idempotency.once(
                key,
                request,
                () -> gifts.refer(programmeId, request.memberId(), request.rewardId(), quantity, request.reason()),
                GiftsResource::reply);
    }

    @GET
    @Operation(summary = "List gifts", description = "What was given and what was referred, oldest first.")
    @APIResponse(responseCode = "200", description = "A page of gifts.")
    public Page<GiftResponse> listGifts(
            @PathParam("programmeId") UUID programmeId,
            @Parameter(description = "Only this client's gifts.", example = "1787") @QueryParam("client") @Nullable
                    String client,
            @Parameter(
                            description = "Only gifts in this state.",
                            schema = @Schema(implementation = GiftEntry.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("client", client);
        filters.put("state", state);
        PageRequest.Seek seek = page.seek(filters);
        return seek.page(
                gifts.page(
                        programmeId,
                        seek.filter("client"),
                        seek.filter("state", GiftEntry.State::valueOf),
                        seek.after(UUID::fromString),
                        seek.fetch()),
                entry -> entry.id().toString(),
                GiftResponse::from);
    }

    @GET
    @Path("/{giftId}")
    @Operation(summary = "Read a gift", description = "With its entity tag.")
    @APIResponse(
            responseCode = "200",
            description = "The gift.",
            content = @Content(schema = @Schema(implementation = GiftResponse.class)))
    public Response getGift(@PathParam("programmeId") UUID programmeId, @PathParam("giftId") UUID giftId) {
        GiftEntry entry = gifts.get(programmeId, giftId);
        return Reply.ok(GiftResponse.from(entry)).withTag(entry).toResponse();
    }

    @POST
    @Path("/{giftId}/approvals")
    @RolesAllowed(Roles.COMPLIANCE)
    @Operation(summary = "Approve a gift", description = "403 `four-eyes` for who referred it; 409 `gift-decided`.")
    @APIResponse(
            responseCode = "201",
            description = "The gift, approved.",
            content = @Content(schema = @Schema(implementation = GiftResponse.class)))
    public Response approveGift(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("giftId") UUID giftId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        return reply(gifts.decide(programmeId, giftId, ifMatch, true)).toResponse();
    }

    @POST
    @Path("/{giftId}/rejections")
    @RolesAllowed(Roles.COMPLIANCE)
    @Operation(summary = "Reject a gift", description = "403 `four-eyes` for who referred it; 409 `gift-decided`.")
    @APIResponse(
            responseCode = "201",
            description = "The gift, rejected.",
            content = @Content(schema = @Schema(implementation = GiftResponse.class)))
    public Response rejectGift(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("giftId") UUID giftId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch) {
        return reply(gifts.decide(programmeId, giftId, ifMatch, false)).toResponse();
    }

    private static Reply reply(GiftEntry entry) {
        return Reply.created(entry.link(), GiftResponse.from(entry)).withTag(entry);
    }
}
