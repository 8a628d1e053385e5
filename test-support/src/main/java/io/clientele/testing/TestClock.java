package io.clientele.testing;

import io.clientele.stack.server.ClockFile;
import io.clientele.stack.server.Pause;
import java.time.Duration;
import java.time.Instant;

/**
 * Moves the business clock of the service under test; when a method returns, the service goes by the time it set. Reset it
 * in an {@code @AfterEach}.
 */
public final class TestClock {

    /** Milliseconds after which a service has looked at the clock's file again. */
    private static final long SEEN_AFTER = 60;

    private TestClock() {}

    /** Sets the business time to {@code instant}, from where it goes on at the pace of real time. */
    public static void set(Instant instant) {
        file().set(instant);
        Pause.millis(SEEN_AFTER);
    }

    /** Moves the business time forward (or back, when negative). */
    public static void advance(Duration duration) {
        file().advance(duration);
        Pause.millis(SEEN_AFTER);
    }

    /** The business time. */
    public static Instant now() {
        return file().now();
    }

    /** Business time is real time again. */
    public static void reset() {
        file().reset();
        Pause.millis(SEEN_AFTER);
    }

    private static ClockFile file() {
        return new ClockFile(TestEnvironment.clockFile());
    }
}
