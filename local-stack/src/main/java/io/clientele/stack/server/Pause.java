package io.clientele.stack.server;

/** Waiting between two looks at something another process does. */
public final class Pause {

    private Pause() {}

    /** Sleeps; an interrupt ends the program's wait with an {@link IllegalStateException}. */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
