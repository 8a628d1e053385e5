package io.clientele.accountplan.cover.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BookCoverRequest", description = "A book to be lent.")
record CoverRequest(
        @NotBlank
        @Size(max = 64)
        @Schema(description = "User id of whose book it is.", examples = "rm-novak", required = true)
        String manager,

        @NotBlank @Size(max = 64) @Schema(description = "User id of who acts.", examples = "rm-kral", required = true)
        String deputy,

        @NotNull
        @Schema(
                description = "The last day of the cover, at most a year from today.",
                examples = "2026-08-14",
                required = true)
        LocalDate lastDay,

        @NotBlank @Size(max = 200) @Schema(description = "Why.", examples = "Summer holiday", required = true)
        String reason) {}
