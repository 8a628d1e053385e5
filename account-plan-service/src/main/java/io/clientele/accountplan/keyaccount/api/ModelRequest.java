package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.ModelTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyAccountModelRequest", description = "A model with its first draft.")
record ModelRequest(
        @NotBlank
        @Size(max = 120)
        @Schema(description = "Its name; no other model has it.", examples = "Corporate key accounts", required = true)
        String name,

        @NotNull @Valid @Schema(description = "What its first version says.", required = true)
        ModelTerms terms) {}
