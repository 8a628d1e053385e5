package io.clientele.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process. Its start time is kept with its id, because the system gives the id of an ended process to another
 * one sooner or later.
 */
record PidFile(Path file) {

    void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, process.pid() + " " + startOf(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, when it is alive. */
    Optional<ProcessHandle> process() {
        try {
            var parts = Files.readString(file).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> parts.length > 1 && startOf(process).equals(parts[1]));
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toString();
    }
}
