package io.clientele.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contracts.inbound.ClientActivity;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The headers of an event on Kafka: CloudEvents 1.0, binary mode. */
final class CloudEventHeaders {

    private static final String INBOUND = ClientActivity.class.getPackageName();

    /** The service that sends each topic; the inbound ones come from the bank's systems. */
    private static final Map<String, String> SENDERS = Arrays.stream(PublishingService.values())
            .flatMap(service -> service.sends().stream().map(topic -> Map.entry(topic, service.serviceName())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first, TreeMap::new));

    private CloudEventHeaders() {}

    /** What the headers of all events have in common. */
    static ObjectNode schema() {
        ObjectNode schema = object().put("type", "object");
        schema.put("description", "CloudEvents 1.0 attributes as Kafka headers, in UTF-8.");
        ObjectNode properties = schema.putObject("properties");
        header(properties, "ce_specversion", "Version of CloudEvents.").put("const", "1.0");
        header(properties, "ce_id", "Id of the event; the same when it is delivered again.");
        header(properties, "ce_source", "What published it, such as /loyalty-service.")
                .put("format", "uri-reference");
        header(properties, "ce_type", "Type of the event.");
        header(properties, "ce_subject", "The aggregate it happened to; equals the record key.");
        header(properties, "ce_time", "When it happened, business time.").put("format", "date-time");
        header(properties, "ce_dataschema", "URI of the payload's JSON Schema.").put("format", "uri");
        header(properties, "ce_sequence", "Place among the events of this topic and subject, from 1, without gaps.")
                .put("pattern", "^[0-9]{20}$");
        header(properties, "ce_correlationid", "Id shared by everything one request or message led to.");
        header(properties, "ce_causationid", "ce_id of the event that led to this one.");
        header(properties, "traceparent", "W3C Trace Context of what published the event, when traces are recorded.");
        header(properties, "content-type", "Media type of the payload.").put("const", "application/json");
        return schema;
    }

    /** The headers of one event, and which of them are always there. */
    static ObjectNode of(Class<? extends DomainEvent> event) {
        Event description = EventTypes.describe(event);
        ObjectNode own = object().put("type", "object");
        ObjectNode properties = own.putObject("properties");
        properties.putObject("ce_type").put("const", description.type());
        properties.putObject("ce_dataschema").put("const", DataSchemas.of(event).toString());
        ArrayNode required = own.putArray("required");
        required.add("ce_specversion").add("ce_id").add("ce_source").add("ce_type");
        if (!event.getPackageName().equals(INBOUND)) {
            properties.putObject("ce_source").put("const", "/" + SENDERS.get(description.topic()));
            required.add("ce_subject")
                    .add("ce_time")
                    .add("ce_dataschema")
                    .add("ce_sequence")
                    .add("content-type");
        }
        ObjectNode headers = object().put("type", "object");
        headers.putArray("allOf")
                .add(object().put("$ref", "#/components/schemas/CloudEventHeaders"))
                .add(own);
        return headers;
    }

    private static ObjectNode header(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
