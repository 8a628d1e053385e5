package io.clientele.stack;

import io.clientele.stack.server.OwnSession;
import io.clientele.stack.server.Pause;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the launcher in the background and shows what it says until the stack is up. */
final class Detached {

    private final StackHome home;
    private final PrintStream out;

    Detached(StackHome home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    /**
     * Runs {@code ./run} with {@code arguments} in a session of its own.
     *
     * @throws UsageException when it ends before the stack is up
     */
    void up(List<String> arguments) throws IOException {
        var log = home.log("stack");
        Files.deleteIfExists(log);
        var process = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        long shown = 0;
        while (true) {
            var alive = process.isAlive();
            var up = Files.exists(home.up());
            shown = show(log, shown);
            if (up) {
                out.println("Running in the background; ./run stop ends it. Log: " + log);
                return;
            }
            if (!alive) {
                throw new UsageException("the stack did not start");
            }
            Pause.millis(100);
        }
    }

    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<>(OwnSession.prefix());
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private long show(Path log, long from) throws IOException {
        var all = Files.readAllBytes(log);
        if (all.length > from) {
            out.print(new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8));
            out.flush();
        }
        return all.length;
    }
}
