package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.OverrideKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyAccountOverrideRequest", description = "A decision beside the models.")
record OverrideRequest(
        @NotNull @Schema(required = true) OverrideKind kind,

        @NotBlank
        @Size(max = 2000)
        @Schema(description = "Why.", examples = "The group moves its treasury to us this year.", required = true)
        String reason,

        @NotNull
        @Schema(
                description = "Last day it is to hold: from today to a year from today.",
                examples = "2026-12-31",
                required = true)
        LocalDate validUntil) {}
