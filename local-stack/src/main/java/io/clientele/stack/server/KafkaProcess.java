package io.clientele.stack.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A {@link LocalKafka} with all topics as a program of its own: {@code <directory> <port> <ready file>}. */
public final class KafkaProcess {

    private KafkaProcess() {}

    public static void main(String... arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        var kafka = new LocalKafka(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        kafka.start().createTopics(LocalKafka.DEFAULT_PARTITIONS);
        Files.writeString(
                Path.of(arguments[2]), Long.toString(ProcessHandle.current().pid()));
        kafka.awaitShutdown();
    }

    /** The id of the process that reported through {@code readyFile} that it takes clients, if one did. */
    public static Optional<String> readyProcess(Path readyFile) {
        try {
            return Optional.of(Files.readString(readyFile).strip());
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
