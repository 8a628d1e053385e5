package io.clientele.platform.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.clientele.contracts.DataSchemas;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event in the JSON format of CloudEvents 1.0. */
@Schema(
        name = "CloudEvent",
        description = "An event in the JSON format of CloudEvents 1.0; the same event as on Kafka, under the same id.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CloudEvent(
        @Schema(examples = "1.0") String specversion,

        @Schema(
                description = "The same for every delivery of the event.",
                examples = "019a2b3c-6f1d-7c3e-8a52-5d1d4f0e9b7a")
        UUID id,

        @Schema(description = "The publishing service.", examples = "/loyalty-service")
        String source,

        @Schema(examples = "io.clientele.loyalty.points.earned.v1")
        String type,

        @Schema(description = "The aggregate it happened to.", examples = "019a2b3c-0000-7000-8000-5d1d4f0e9b7a")
        String subject,

        @Schema(description = "When it happened, business time.", examples = "2026-03-31T10:15:30Z")
        Instant time,

        @Schema(description = "Absent when there is no data.", examples = "application/json") @Nullable
        String datacontenttype,

        @Schema(
                description = "JSON Schema of `data`.",
                examples = "https://clientele.example/schemas/io.clientele.loyalty.points.earned.v1.schema.json")
        @Nullable
        URI dataschema,

        @Schema(
                description = "Place among the events of this subject and topic: 20 digits, from 1, without gaps.",
                examples = "00000000000000000042")
        String sequence,

        @Schema(
                description = "Ties together everything one cause led to.",
                examples = "0f6b2a54-2f0e-4a6e-9d7a-0b8f4a8f9e11")
        String correlationid,

        @Schema(
                description = "Id of the event that directly caused this one.",
                examples = "019a2b3c-5a11-7b6e-9c01-3e5a7d2f4b10")
        @Nullable
        String causationid,

        @Schema(
                type = SchemaType.OBJECT,
                description = "As `dataschema` describes; absent when a state is gone (an erased client).",
                examples = "{\"points\":100}")
        @JsonRawValue
        @Nullable
        String data) {

    /** The event as published. */
    public static CloudEvent from(FeedEvent event) {
        boolean present = event.payload() != null;
        return new CloudEvent(
                "1.0",
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.businessTime(),
                present ? "application/json" : null,
                present ? DataSchemas.ofType(event.type()) : null,
                event.sequence(),
                event.correlationId(),
                event.causationId(),
                event.payload());
    }
}
