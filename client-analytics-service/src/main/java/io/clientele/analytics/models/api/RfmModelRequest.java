package io.clientele.analytics.models.api;

import io.clientele.analytics.models.rfm.RfmDefinition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RfmModelRequest", description = "An RFM model.")
record RfmModelRequest(
        @NotBlank @Size(max = 120) @Schema(description = "Name.", examples = "Value of retail clients", required = true)
        String name,

        @Size(max = 2000) @Schema(description = "What it is for.", examples = "Reviewed each quarter") @Nullable
        String description,

        @NotNull @Valid @Schema(required = true) RfmDefinition definition) {}
