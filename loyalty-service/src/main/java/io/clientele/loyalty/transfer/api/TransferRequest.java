package io.clientele.loyalty.transfer.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Points to be given. */
@Schema(description = "Points to be given.")
record TransferRequest(
        @Schema(description = "Who receives them.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110004") @NotNull
        UUID toMemberId,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        @NotNull
        @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is the code of a currency of points")
        String currency,

        @Schema(minimum = "1", examples = "100") @Min(1) @Max(1_000_000_000_000L)
        long points) {}
