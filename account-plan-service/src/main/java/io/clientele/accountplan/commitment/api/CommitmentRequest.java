package io.clientele.accountplan.commitment.api;

import io.clientele.accountplan.commitment.CommitmentTerms;
import io.clientele.contracts.Money;
import io.clientele.contracts.accountplans.CommitmentOrigin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CommitmentRequest", description = "A commitment to be kept.")
record CommitmentRequest(
        @Size(max = 64)
        @Schema(description = "The bank's own number of the credit facility it comes with.", examples = "F-2201")
        @Nullable
        String facilityId,

        @NotBlank
        @Size(max = 40)
        @Schema(
                description = "Code of the product line that is promised.",
                examples = "cash-management",
                required = true)
        String productLine,

        @NotNull @Schema(description = "Revenue promised over the whole time.", required = true)
        Money promised,

        @NotNull @Schema(description = "First day; its month counts.", examples = "2026-01-01", required = true)
        LocalDate fromOn,

        @NotNull @Schema(description = "Last day; its month counts.", examples = "2026-12-31", required = true)
        LocalDate toOn,

        @NotNull @Schema(description = "Whose idea it is.", required = true)
        CommitmentOrigin origin) {
    CommitmentTerms terms() {
        return new CommitmentTerms(
                facilityId,
                productLine,
                promised.amount(),
                promised.currency().getCurrencyCode(),
                fromOn,
                toOn,
                origin);
    }
}
