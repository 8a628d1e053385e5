package io.clientele.stack.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts a program in a session of its own where the system has the means, so that a Ctrl-C in the terminal reaches the
 * launcher only and the launcher stops the parts in order.
 */
public final class OwnSession {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final List<String> PREFIX = Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();

    private OwnSession() {}

    /** What to put before a command; the process keeps the id it was started with. */
    public static List<String> prefix() {
        return PREFIX;
    }
}
