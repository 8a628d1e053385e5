package io.clientele.contracts;

import java.net.URI;

/** Where the JSON Schema of an event is found: the CloudEvents attribute {@code dataschema}. */
public final class DataSchemas {

    private static final String BASE = "https://clientele.example/schemas/";

    private DataSchemas() {}

    /**
     * The stable URI of the schema, also its {@code $id}.
     *
     * @throws IllegalArgumentException when the class carries no {@link Event}
     */
    public static URI of(Class<? extends DomainEvent> event) {
        Event description = event.getAnnotation(Event.class);
        if (description == null) {
            throw new IllegalArgumentException(event.getName() + " carries no @Event");
        }
        return ofType(description.type());
    }

    /** The stable URI of the schema of an event {@code type}. */
    public static URI ofType(String type) {
        return URI.create(BASE + fileName(type));
    }

    /** The name of the schema's file in {@code docs/api/schemas}, and in this artifact under {@code schemas/}. */
    public static String fileName(String type) {
        return type + ".schema.json";
    }
}
