package io.clientele.loyalty.pool.api;

import io.clientele.loyalty.pool.Pool;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send about pools. */
final class PoolRequests {

    private PoolRequests() {}

    /** A pool to be opened. */
    @Schema(name = "PoolRequest", description = "A pool to be opened.")
    record PoolRequest(
            @Schema(examples = "Novak family") @NotBlank @Size(max = 200)
            String name,

            @Schema(examples = "HOUSEHOLD") @NotNull Pool.Kind kind,

            @Schema(
                    description =
                            "The member whose client answers for it; its first member, with a mandate for all of it.",
                    examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
            @NotNull
            UUID ownerMemberId,

            @Schema(description = "Whether what the owner earns goes to the pool at once.", examples = "true")
            boolean earnsHere) {}

    /** A member to be let in. */
    @Schema(name = "PoolMemberRequest", description = "A member to be let in.")
    record MateRequest(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110004") @NotNull
            UUID memberId,

            @Schema(description = "Whether what the member earns goes to the pool at once.", examples = "true")
            boolean earnsHere,

            @Schema(
                    description = "Points the member may spend per calendar month; absent for none.",
                    minimum = "1",
                    examples = "500")
            @Min(1)
            @Max(1_000_000_000_000L)
            @Nullable
            Long mandate) {}

    /** What a member may do in a pool. */
    @Schema(name = "PoolMandateRequest", description = "What a member may do in a pool.")
    record MandateRequest(
            @Schema(description = "Whether what the member earns goes to the pool at once.", examples = "true")
            boolean earnsHere,

            @Schema(
                    description = "Points the member may spend per calendar month; absent for none.",
                    minimum = "1",
                    examples = "500")
            @Min(1)
            @Max(1_000_000_000_000L)
            @Nullable
            Long mandate) {}

    /** Points to be put in. */
    @Schema(name = "ContributionRequest", description = "Points to be put into a pool.")
    record ContributionRequest(
            @Schema(description = "Whose points.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003") @NotNull
            UUID memberId,

            @Schema(description = "Code of the currency of points.", examples = "POINTS")
            @NotNull
            @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is the code of a currency of points")
            String currency,

            @Schema(minimum = "1", examples = "100") @Min(1) @Max(1_000_000_000_000L)
            long points) {}

    /** A reward to be paid by the pool. */
    @Schema(name = "PoolRedemptionRequest", description = "A reward to be paid by the pool.")
    record SpendRequest(
            @Schema(
                    description = "The member who spends, within the own mandate.",
                    examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
            @NotNull
            UUID memberId,

            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005") @NotNull
            UUID rewardId,

            @Schema(description = "Units; 1 when absent.", minimum = "1", examples = "1") @Min(1) @Max(1_000) @Nullable
            Integer quantity) {

        int units() {
            return quantity == null ? 1 : quantity;
        }
    }
}
