package io.clientele.analytics.activity.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.clientele.analytics.activity.Activities.Kept;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An activity of a client. */
@Schema(name = "Activity", description = "Something the client did or that happened to the client.")
public record ActivityResponse(
        @Schema(description = "The bank's own unique id of the activity.", examples = "berka-trans-695247")
        String sourceId,

        @Schema(description = "Its type, see `/v1/activity-types`.", examples = "transaction")
        String type,

        @Schema(description = "When it happened.", examples = "1993-01-01T23:00:00Z")
        Instant occurredAt,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The fields of the type.",
                examples = "{\"amount\":\"700.00\",\"currency\":\"CZK\",\"direction\":\"CREDIT\"}")
        @JsonRawValue
        String data,

        @Schema(description = "When this service took it, business time.", examples = "1993-01-02T01:00:00Z")
        Instant recordedAt) {

    static ActivityResponse from(Kept kept) {
        return new ActivityResponse(kept.sourceId(), kept.type(), kept.occurredAt(), kept.data(), kept.recordedAt());
    }
}
