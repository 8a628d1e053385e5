package io.clientele.stack;

import io.clientele.stack.server.Pause;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The running whole: starts the parts, says what happens to them, stops them. */
final class LocalStack {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TAIL = 20;

    private final StackHome home;
    private final Parts parts;
    private final PrintStream out;
    private volatile boolean stopping;

    LocalStack(StackHome home, Parts parts, PrintStream out) {
        this.home = home;
        this.parts = parts;
        this.out = out;
    }

    /**
     * Starts all parts, each as early as what it needs is there, and returns when all are ready.
     *
     * @throws UsageException when a part ends or is not ready in 90 s, with the end of its log
     */
    void start() throws IOException {
        var begun = System.nanoTime();
        for (var part : parts.all()) {
            Files.deleteIfExists(home.downOnRequest(part.name()));
        }
        Files.deleteIfExists(home.kafkaReady());
        // Kafka gets ready while PostgreSQL starts
        parts.servers().reversed().forEach(this::launch);
        awaitReady(parts.servers(), begun);
        var services = parts.services();
        services.forEach(this::launch);
        awaitReady(services, begun);
    }

    /** Starts one part again that is down. */
    void start(Part part) throws IOException {
        var begun = System.nanoTime();
        if (part.name().equals("kafka")) {
            Files.deleteIfExists(home.kafkaReady());
        }
        launch(part);
        awaitReady(List.of(part), begun);
        Files.deleteIfExists(home.downOnRequest(part.name()));
    }

    /** Kills one part; it stays down until it is started. */
    void kill(Part part) throws IOException {
        if (part.process().isEmpty()) {
            throw new UsageException(part.name() + " does not run");
        }
        Files.writeString(home.downOnRequest(part.name()), "");
        part.kill();
        out.println("  " + part.name() + " killed");
    }

    boolean isAnyPartRunning() {
        return parts.all().stream().anyMatch(part -> part.process().isPresent());
    }

    /** Stops all parts, what uses others first. */
    void stop() {
        stopping = true;
        stopInOrder();
    }

    // one lock with launch: what is being started when the stop comes is stopped, and nothing is started after it
    private synchronized void stopInOrder() {
        parts.services().parallelStream().forEach(this::stop);
        parts.servers().reversed().forEach(this::stop);
    }

    private synchronized void launch(Part part) {
        if (stopping) {
            throw new UsageException("stopped while starting");
        }
        part.start();
    }

    private void stop(Part part) {
        if (part.process().isPresent()) {
            part.stop();
            out.println("  " + part.name() + " stopped");
        }
    }

    /** Tells what became of the parts, each change once, until it is stopped. */
    void watch() {
        Set<String> down = new HashSet<>();
        while (!stopping) {
            for (var part : parts.all()) {
                if (part.process().isPresent()) {
                    if (down.remove(part.name())) {
                        out.println("  " + part.name() + " runs again");
                    }
                } else if (!stopping && down.add(part.name())) {
                    report(part);
                }
            }
            Pause.millis(500);
        }
    }

    private void report(Part part) {
        if (Files.exists(home.downOnRequest(part.name()))) {
            out.println("  " + part.name() + " was killed on request; start it again with: ./run start " + part.name());
        } else {
            out.println("  " + part.name() + " ENDED UNEXPECTEDLY. The end of " + part.log() + ":");
            tail(part).forEach(line -> out.println("    | " + line));
            out.println("  start it again with: ./run start " + part.name());
        }
    }

    private void awaitReady(List<Part> starting, long begun) {
        var waiting = new ArrayList<>(starting);
        while (!waiting.isEmpty()) {
            if (stopping) {
                throw new UsageException("stopped while starting");
            }
            var passed = Duration.ofNanos(System.nanoTime() - begun);
            for (var part : List.copyOf(waiting)) {
                if (part.isReady()) {
                    out.printf(
                            "  %-26s ready after %4.1f s   %s%n",
                            part.name(), passed.toMillis() / 1000.0, part.address());
                    waiting.remove(part);
                } else if (!stopping && part.process().isEmpty()) {
                    throw failed(part, "ended while starting");
                } else if (passed.compareTo(PATIENCE) > 0) {
                    throw failed(part, "is not ready after " + PATIENCE.toSeconds() + " s");
                }
            }
            Pause.millis(50);
        }
    }

    private static UsageException failed(Part part, String what) {
        var log = tail(part);
        var hint = log.stream().anyMatch(line -> line.contains("Migrations have failed validation"))
                ? System.lineSeparator() + "The data was made by another version: --fresh starts without it."
                : "";
        return new UsageException(part.name() + " " + what + ". The end of " + part.log() + ":" + System.lineSeparator()
                + String.join(System.lineSeparator(), log) + hint);
    }

    private static List<String> tail(Part part) {
        try {
            var lines = new String(Files.readAllBytes(part.log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
        } catch (IOException unreadable) {
            return List.of("(no log)");
        }
    }
}
