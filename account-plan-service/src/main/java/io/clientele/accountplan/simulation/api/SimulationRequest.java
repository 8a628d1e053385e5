package io.clientele.accountplan.simulation.api;

import io.clientele.accountplan.simulation.Scenario;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SimulationRequest",
        description = "What may be won and lost with the client; what is absent stays as it is.")
record SimulationRequest(
        @Size(max = 50) @Schema(description = "Business beside credit that is won.") @Nullable
        List<@NotNull @Valid WonProduct> wonProducts,

        @Size(max = 50)
        @Schema(description = "Product lines beside credit that are lost.", examples = "[\"payments\"]")
        @Nullable
        Set<@NotBlank @Size(max = 40) String> lostProducts,

        @Size(max = 50) @Schema(description = "Facilities that are granted.") @Nullable
        List<@NotNull @Valid WonFacility> wonFacilities,

        @Size(max = 50)
        @Schema(description = "Facilities that end, their sub-limits with them.", examples = "[]")
        @Nullable
        Set<@NotBlank @Size(max = 64) String> lostFacilities) {
    Scenario scenario(String clientId) {
        Map<String, List<Money>> won = orEmpty(wonProducts).stream()
                .collect(Collectors.groupingBy(
                        WonProduct::productLine, Collectors.mapping(WonProduct::revenue, Collectors.toList())));
        List<CreditPosition> granted = new ArrayList<>();
        orEmpty(wonFacilities).forEach(each -> granted.add(each.position(clientId, granted.size() + 1)));
        return new Scenario(
                won,
                Objects.requireNonNullElse(lostProducts, Set.of()),
                granted,
                Objects.requireNonNullElse(lostFacilities, Set.of()));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
