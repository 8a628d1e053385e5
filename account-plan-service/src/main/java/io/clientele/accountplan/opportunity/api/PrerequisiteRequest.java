package io.clientele.accountplan.opportunity.api;

import io.clientele.accountplan.opportunity.Prerequisite;
import io.clientele.contracts.accountplans.PrerequisiteKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PrerequisiteRequest", description = "Something that has to be in place before a bid.")
record PrerequisiteRequest(
        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "What has to be in place.",
                examples = "Credit facility for the Asian entities approved",
                required = true)
        String title,

        @NotNull @Schema(description = "What it is about.", required = true)
        PrerequisiteKind kind,

        @NotBlank
        @Size(max = 64)
        @Schema(description = "User id of who answers for it.", examples = "rm-novak", required = true)
        String owner,

        @Schema(description = "Whether the bid must not begin without it.", required = true)
        boolean blocker,

        @Min(0)
        @Max(3650)
        @Schema(
                description = "How long it takes once what it depends on is in place, in days.",
                examples = "30",
                required = true)
        int days,

        @Schema(description = "Day it is wanted by.", examples = "2026-06-30") @Nullable
        LocalDate dueOn,

        @Size(max = 200)
        @Schema(description = "Prerequisites of the same opportunity that come before.", examples = "[]")
        @Nullable
        List<@NotNull UUID> dependsOn) {
    Prerequisite.Terms terms() {
        return new Prerequisite.Terms(
                title, kind, owner, blocker, days, dueOn, Objects.requireNonNullElse(dependsOn, List.of()));
    }
}
