package io.clientele.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes the AsyncAPI 3 document of a service: its channels, what it sends and receives there, with approved samples. */
final class AsyncApiDocument {

    private static final String KAFKA_BINDING = "0.5.0";
    private static final String SCHEMA_FORMAT = "application/schema+json;version=2020-12";
    private static final String CONVENTIONS = """
            Every event Clientele publishes is a CloudEvent 1.0 in Kafka's binary mode. The record key is the subject; the \
            events of a topic and subject come in order, and `ce_sequence` numbers them from 1 without gaps. An event may \
            come more than once: its `ce_id` stays the same.

            Within a version a payload may gain optional fields and an enum may gain values, nothing else changes: ignore \
            what you do not know. A record that a service cannot take goes to `<topic>.dead-letter`.
            """;
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .stringQuotingChecker(new QuoteWhatLooksLikeANumber())
            .build());

    private final PublishingService service;
    private final Documentation documentation;
    private final List<Class<? extends DomainEvent>> events;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    AsyncApiDocument(
            PublishingService service, Documentation documentation, List<Class<? extends DomainEvent>> events) {
        this.service = service;
        this.documentation = documentation;
        this.events = events;
    }

    String write() {
        document.put("asyncapi", "3.0.0").put("id", "urn:clientele:" + service.serviceName());
        info();
        document.put("defaultContentType", "application/json");
        servers();
        Stream.concat(service.sends().stream(), service.receives().stream())
                .distinct()
                .filter(topic -> eventsOf(topic).findAny().isPresent())
                .forEach(this::channel);
        service.sends().forEach(topic -> operation("send", topic));
        service.receives().forEach(topic -> operation("receive", topic));
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        events.stream()
                .filter(event -> document.path("channels").has(nameOf(topicOf(event))))
                .forEach(event -> messages.set(event.getSimpleName(), message(event)));
        components.putObject("schemas").set("CloudEventHeaders", CloudEventHeaders.schema());
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void info() {
        ObjectNode info = document.putObject("info");
        info.put("title", "Clientele: events of " + service.serviceName()).put("version", "1.0.0");
        info.put("description", service.purpose() + "\n\n" + CONVENTIONS);
        info.putObject("contact")
                .put("name", "Clientele maintainers")
                .put("url", "https://clientele.example")
                .put("email", "maintainers@clientele.example");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        info.putArray("tags").addObject().put("name", service.serviceName()).put("description", service.purpose());
    }

    private void servers() {
        document.putObject("servers")
                .putObject("local")
                .put("host", "localhost:8084")
                .put("protocol", "kafka")
                .put("description", "The broker that ./run starts.");
    }

    private void channel(String topic) {
        ObjectNode channel = object(document, "channels").putObject(nameOf(topic));
        channel.put("address", topic);
        channel.put("description", documentation.ofConstant(Topics.class, constantOf(topic)));
        ObjectNode messages = channel.putObject("messages");
        eventsOf(topic)
                .forEach(event -> messages.putObject(event.getSimpleName())
                        .put("$ref", "#/components/messages/" + event.getSimpleName()));
        if (topic.equals(Topics.CLIENT_STATES)) {
            ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
            kafka.putObject("topicConfiguration").putArray("cleanup.policy").add("compact");
            kafka.put("bindingVersion", KAFKA_BINDING);
        }
    }

    private void operation(String action, String topic) {
        if (eventsOf(topic).findAny().isEmpty()) {
            return;
        }
        String name = nameOf(topic);
        ObjectNode operation = object(document, "operations")
                .putObject(action + Character.toUpperCase(name.charAt(0)) + name.substring(1));
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + name);
        operation.put(
                "summary",
                action.equals("send") ? "Publishes what happened." : "Reads what others publish, each event once.");
        operation.put(
                "description",
                (action.equals("send") ? service.serviceName() + " publishes to " : service.serviceName() + " reads ")
                        + topic + ".");
    }

    private ObjectNode message(Class<? extends DomainEvent> event) {
        Event description = EventTypes.describe(event);
        ObjectNode message = document.objectNode();
        message.put("name", description.type());
        message.put("title", event.getSimpleName());
        message.put("summary", description.summary());
        message.put("description", documentation.ofType(event));
        message.put("contentType", "application/json");
        message.set("headers", CloudEventHeaders.of(event));
        message.putObject("payload")
                .put("schemaFormat", SCHEMA_FORMAT)
                .putObject("schema")
                .put("$ref", "./schemas/" + DataSchemas.fileName(description.type()));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "The subject of the event.");
        kafka.put("bindingVersion", KAFKA_BINDING);
        for (String kind : List.of("full", "minimal")) {
            JsonNode payload =
                    ContractFiles.read(ContractFiles.SAMPLES.resolve(description.type() + "." + kind + ".json"));
            message.withArrayProperty("examples")
                    .addObject()
                    .put("name", kind)
                    .put("summary", kind.equals("full") ? "With every optional field." : "Without any optional field.")
                    .set("payload", payload);
        }
        return message;
    }

    private Stream<Class<? extends DomainEvent>> eventsOf(String topic) {
        return events.stream().filter(event -> topicOf(event).equals(topic));
    }

    private static String topicOf(Class<? extends DomainEvent> event) {
        return EventTypes.describe(event).topic();
    }

    /** {@code clientele.client-states.v1} is the channel {@code clientStates}. */
    private static String nameOf(String topic) {
        StringBuilder name = new StringBuilder();
        for (String word : topic.split("\\.", -1)[1].split("-", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** {@code clientele.client-states.v1} is the constant {@code CLIENT_STATES}. */
    private static String constantOf(String topic) {
        return topic.split("\\.", -1)[1].toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.withObjectProperty(name);
    }

    /** Dates, times and decimals stay strings for readers of YAML 1.1, which would take them for something else. */
    private static final class QuoteWhatLooksLikeANumber extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || value.matches("[-+.0-9].*");
        }
    }
}
