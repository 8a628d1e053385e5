package io.clientele.loyalty.simulation.api;

import io.clientele.contracts.Money;
import io.clientele.loyalty.simulation.Simulating.Wish;
import io.clientele.loyalty.simulation.Simulation.Cost;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A simulation to be begun.
 *
 * @param programmeId whose members and today's terms are compared with
 * @param candidate terms to be tried
 * @param months of activity that are replayed
 * @param lastDay business day of the last activity replayed; today when absent
 * @param segmentIds segments told apart; all that members are in when absent
 * @param costs what points are worth, for the liability
 */
@Schema(name = "SimulationRequest", examples = """
                {"programmeId":"01922f0e-4a6e-7d7a-8b8f-4a8f9e110001","months":12,
                 "candidate":{"currencies":[{"code":"POINTS","name":"Bonus points"}],
                   "rules":[{"key":"household-payments","name":"Two points per 100 CZK","currency":"POINTS","activityType":"transaction",
                     "formula":{"type":"PER_AMOUNT_STEP","points":2,"step":{"amount":"100.00","currency":"CZK"},"rounding":"DOWN"},
                     "expiry":{"type":"ROLLING","period":"P12M"}}]},
                 "costs":[{"currency":"POINTS","perThousand":{"amount":"250.00","currency":"CZK"}}]}""")
record SimulationRequest(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001") @NotNull
        UUID programmeId,

        @NotNull @Valid CandidateRequest candidate,
        @Schema(examples = "12") @Min(1) @Max(120) int months,
        @Schema(examples = "1994-03-31") @Nullable LocalDate lastDay,

        @Schema(examples = "[\"01922f0e-4a6e-7d7a-8b8f-4a8f9e110030\"]") @Size(max = 100) @Nullable
        List<@NotNull UUID> segmentIds,

        @Size(max = 20) @Nullable List<@Valid @NotNull CostRequest> costs) {

    /**
     * What points of a currency are worth.
     *
     * @param perThousand cost of a thousand points
     */
    @Schema(name = "PointsCost")
    record CostRequest(
            @Schema(examples = "POINTS")
            @NotNull
            @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is the code of a currency of points")
            String currency,

            @NotNull Money perThousand) {}

    Wish toWish() {
        return new Wish(
                programmeId,
                candidate.toTerms(),
                months,
                lastDay,
                segmentIds == null ? List.of() : segmentIds,
                costs == null
                        ? List.of()
                        : costs.stream()
                                .map(cost -> new Cost(cost.currency(), cost.perThousand()))
                                .toList());
    }
}
