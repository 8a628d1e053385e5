package io.clientele.analytics.segments.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.segments.evaluation.Activity;
import io.clientele.analytics.segments.rules.Value;
import io.clientele.analytics.segments.rules.ValueJson;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "UsedActivity", description = "An activity that counted.")
record UsedActivity(
        @Schema(description = "The bank's own id of it.", examples = "171812")
        String sourceId,

        @Schema(examples = "1994-03-05T23:00:00Z") Instant occurredAt,

        @Schema(ref = "RuleValue", description = "The field that was measured.") @Nullable
        JsonNode value) {

    static UsedActivity from(Activity activity, @Nullable String field) {
        Value value = field == null ? null : activity.fields().get(field);
        return new UsedActivity(
                activity.sourceId(), activity.occurredAt(), value == null ? null : ValueJson.write(value));
    }
}
