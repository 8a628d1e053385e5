package io.clientele.accountplan.contribution.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ContributionRequest", description = "Who is asked for the section of which product line.")
record ContributionRequest(
        @NotBlank
        @Size(max = 40)
        @Schema(description = "Code of the product line.", examples = "cash-management", required = true)
        String productLine,

        @NotBlank
        @Size(max = 64)
        @Pattern(regexp = "\\S+")
        @Schema(
                description = "User id of the specialist, who may see the client from then on.",
                examples = "ps-dvorak",
                required = true)
        String specialist,

        @Schema(description = "Day it is wanted by.", examples = "2026-02-15") @Nullable
        LocalDate dueOn,

        @Size(max = 2000)
        @Schema(description = "What to look at.", examples = "Focus on the entities in Brno.")
        @Nullable
        String comment) {}
