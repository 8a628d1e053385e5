package io.clientele.analytics.activity.api;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an activity is sent, for the API description; it is read by the type it names. */
@Schema(
        name = "ActivityRequest",
        description =
                "Something a client did or that happened to a client: an item of a batch, and a line of an import.")
public record ActivityRequest(
        @Schema(
                required = true,
                description = "The bank's own unique id of the activity. Sent again, it is known and changes nothing.",
                maxLength = 128,
                examples = "berka-trans-695247")
        String sourceId,

        @Schema(
                required = true,
                description = "The bank's own client number of a known client.",
                pattern = "^[A-Za-z0-9._-]{1,64}$",
                examples = "10482")
        String clientId,

        @Schema(required = true, description = "A type listed by `/v1/activity-types`.", examples = "transaction")
        String type,

        @Schema(
                required = true,
                description = "When it happened, RFC 3339: since 1970, not in the future. Late ones are welcome.",
                examples = "1993-01-01T23:00:00Z")
        Instant occurredAt,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The fields of the type. Null and empty text count as absent.",
                examples =
                        "{\"amount\":\"700.00\",\"currency\":\"CZK\",\"direction\":\"CREDIT\",\"category\":\"HOUSEHOLD\",\"purposeCode\":\"SIPO\"}")
        Map<String, Object> data) {}
