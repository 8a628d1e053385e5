package io.clientele.stack.server;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL refuses to run as root. A user namespace without a mapping makes root look like nobody to the program while
 * its files keep their owner, so that nothing needs to be handed to another user.
 */
final class Unprivileged {

    private static final List<String> PREFIX = find();

    private Unprivileged() {}

    /** What to put before a command; empty for an ordinary user. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        var prefix = List.of("unshare", "--user");
        try {
            var probe = new ProcessBuilder("unshare", "--user", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (probe.waitFor() == 0) {
                return prefix;
            }
        } catch (IOException e) {
            throw noNamespaces(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noNamespaces(e);
        }
        throw noNamespaces(null);
    }

    private static IllegalStateException noNamespaces(@Nullable Exception cause) {
        return new IllegalStateException(
                "PostgreSQL does not run as root, and this machine allows no user namespaces (unshare --user): "
                        + "run as an ordinary user",
                cause);
    }
}
