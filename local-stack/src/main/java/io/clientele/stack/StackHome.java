package io.clientele.stack;

import io.clientele.stack.server.ClockFile;
import io.clientele.stack.server.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * The folder a stack keeps everything in: data of the servers, logs, process ids, the token key and the business clock.
 * Every command finds the running stack by it.
 */
record StackHome(Path directory) {

    private static final String MARK = "clientele-stack";

    StackHome {
        directory = directory.toAbsolutePath().normalize();
    }

    /** The launcher's own process. */
    PidFile launcher() {
        return pid("launcher");
    }

    Path data(String part) {
        return directory.resolve(part);
    }

    Path log(String part) {
        return directory.resolve("logs").resolve(part + ".log");
    }

    PidFile pid(String part) {
        return new PidFile(directory.resolve("run").resolve(part + ".pid"));
    }

    /** Exists while {@code part} is down because somebody asked for it. */
    Path downOnRequest(String part) {
        return directory.resolve("run").resolve(part + ".down");
    }

    Path kafkaReady() {
        return directory.resolve("run").resolve("kafka.ready");
    }

    /** Exists from when the stack is up and loaded until it is started again. */
    Path up() {
        return directory.resolve("run").resolve("up");
    }

    Path clockFile() {
        return directory.resolve("clock");
    }

    ClockFile clock() {
        return new ClockFile(clockFile());
    }

    Tokens tokens() {
        return Tokens.keptIn(directory);
    }

    /** Makes the folder where it is absent, and remembers where the stack listens. */
    void prepare(Addresses addresses) {
        try {
            Files.createDirectories(directory.resolve("logs"));
            Files.createDirectories(directory.resolve("run"));
            Files.deleteIfExists(up());
            Files.writeString(directory.resolve(MARK), Integer.toString(addresses.first()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a stack was ever started here. */
    boolean wasPrepared() {
        return Files.exists(directory.resolve(MARK));
    }

    /**
     * Where the stack of this folder listens.
     *
     * @throws UsageException when no stack was ever started here
     */
    Addresses addresses() {
        return read(MARK)
                .map(first -> new Addresses(Integer.parseInt(first)))
                .orElseThrow(() -> new UsageException("no stack in " + directory + ": start one with ./run"));
    }

    /** The name of the data set loaded completely, if one was. */
    Optional<String> loaded() {
        return read("loaded");
    }

    void rememberLoaded(String dataSet) {
        try {
            Files.writeString(directory.resolve("loaded"), dataSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes everything.
     *
     * @throws UsageException when the folder holds something that is not a stack's
     */
    void empty() {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            if (!Files.exists(directory.resolve(MARK)) && !isEmpty()) {
                throw new UsageException(directory + " is not the folder of a stack: not deleted");
            }
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + directory, e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(directory.resolve(file)).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
