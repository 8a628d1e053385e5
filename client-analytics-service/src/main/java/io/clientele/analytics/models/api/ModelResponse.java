package io.clientele.analytics.models.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.clientele.analytics.models.GoverningModels;
import io.clientele.analytics.models.Model;
import io.clientele.analytics.models.ModelState;
import io.clientele.analytics.models.ModelVersion;
import io.clientele.platform.http.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Model", description = "A model that scores clients.")
record ModelResponse(
        @Schema(
                description = "Id of the model, as rules name it in `models.<id>.<score>`.",
                examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110005")
        UUID id,

        @Schema(description = "Name.", examples = "Value of retail clients")
        String name,

        @Schema(description = "What it is for.", examples = "Reviewed each quarter") @Nullable
        String description,

        @Schema(description = "Number of the version in use; absent = none is approved.", examples = "1") @Nullable
        Integer approvedVersion,

        @Schema(description = "Who made it.", examples = "analyst-svoboda")
        String createdBy,

        @Schema(description = "When it was made.", examples = "1994-03-31T22:00:00Z")
        Instant createdAt,

        @Schema(description = "The versions, the newest first.")
        List<Version> versions) {

    @Schema(name = "ModelVersion", description = "A version of a model.")
    record Version(
            @Schema(description = "Number, from 1.", examples = "1")
            int number,

            @Schema(description = "Where it stands.", examples = "APPROVED")
            ModelState state,

            @JsonRawValue @Schema(description = "As it was sent.", type = SchemaType.OBJECT)
            String definition,

            @Schema(description = "Who drafted it.", examples = "analyst-svoboda")
            String author,

            @Schema(description = "When it was drafted.", examples = "1994-03-31T22:00:00Z")
            Instant draftedAt,

            @Schema(description = "Who approved it.", examples = "analyst-horak") @Nullable
            String approvedBy,

            @Schema(description = "When it was approved.", examples = "1994-03-31T22:00:00Z") @Nullable
            Instant approvedAt) {

        static Version from(ModelVersion version) {
            return new Version(
                    version.number(),
                    version.state(),
                    version.definition(),
                    version.author(),
                    version.draftedAt(),
                    version.approvedBy(),
                    version.approvedAt());
        }
    }

    static ModelResponse from(Model model, GoverningModels governing) {
        return new ModelResponse(
                model.id(),
                model.name(),
                model.description(),
                model.approvedVersion(),
                model.createdBy(),
                model.createdAt(),
                governing.versionsOf(model).stream().map(Version::from).toList());
    }

    static Reply created(Model model, GoverningModels governing) {
        return Reply.created(model.link(), from(model, governing)).withTag(model);
    }
}
