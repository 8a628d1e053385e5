package io.clientele.accountplan.simulation.api;

import io.clientele.contracts.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WonProduct", description = "Business beside credit that may be won.")
record WonProduct(
        @NotBlank
        @Size(max = 40)
        @Schema(description = "Code of the product line.", examples = "cash-management", required = true)
        String productLine,

        @NotNull @Schema(description = "Revenue of a year.", required = true)
        Money revenue) {}
