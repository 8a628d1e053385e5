package io.clientele.accountplan.keyaccount.api;

import io.clientele.accountplan.keyaccount.KeyAccountModel;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyAccountModel", description = "A way of choosing key accounts; what it says is in its versions.")
record ModelResponse(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "Its name.", examples = "Corporate key accounts")
        String name,

        @Schema(description = "Who made it.", examples = "an-horak")
        String createdBy,

        @Schema(description = "When it was made.") Instant createdAt) {
    static ModelResponse from(KeyAccountModel model) {
        return new ModelResponse(model.id(), model.name(), model.createdBy(), model.createdAt());
    }
}
