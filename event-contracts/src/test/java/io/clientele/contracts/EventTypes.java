package io.clientele.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every event record of this module, found in its compiled classes. */
final class EventTypes {

    private EventTypes() {}

    /** Sorted by type. */
    static List<Class<? extends DomainEvent>> all() {
        try {
            Path classes = Path.of(DomainEvent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                        .<Class<?>>map(EventTypes::load)
                        .filter(type -> type.isAnnotationPresent(Event.class))
                        .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class))
                        .sorted(Comparator.comparing(EventTypes::typeOf))
                        .toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Event describe(Class<? extends DomainEvent> event) {
        Event description = event.getAnnotation(Event.class);
        if (description == null) {
            throw new IllegalArgumentException(event + " carries no @Event");
        }
        return description;
    }

    static String typeOf(Class<? extends DomainEvent> event) {
        return describe(event).type();
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, EventTypes.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
