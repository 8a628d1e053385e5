package io.clientele.stack;

import io.clientele.stack.server.OwnSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A Java program of a stack.
 *
 * @param command what follows {@code java}
 */
record JvmPart(String name, String address, List<String> command, Path log, PidFile pidFile, BooleanSupplier ready)
        implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void start() {
        if (process().isPresent()) {
            throw new UsageException(name + " runs already");
        }
        var all = new ArrayList<>(OwnSession.prefix());
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(command);
        var builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // glibc's arenas cost tens of megabytes of memory per thread otherwise
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        try {
            pidFile.write(builder.start().toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    @Override
    public boolean isReady() {
        return process().isPresent() && ready.getAsBoolean();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return pidFile.process();
    }

    @Override
    public void stop() {
        process().ifPresent(process -> {
            process.destroy();
            if (!ended(process)) {
                process.destroyForcibly();
                ended(process);
            }
        });
        pidFile.delete();
    }

    @Override
    public void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            ended(process);
        });
        pidFile.delete();
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
