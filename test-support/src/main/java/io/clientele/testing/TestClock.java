package io.clientele.testing;

import io.clientele.stack.server.ClockFile;
import java.time.Duration;
import java.time.Instant;

/**
 * Moves the business clock of the service under test. The service polls the clock file: await the effect, or read the
 * service's clock, before relying on it. Reset it in an {@code @AfterEach}.
 */
public final class TestClock {

    private TestClock() {}

    /** Sets the business time to {@code instant}, from where it goes on at the pace of real time. */
    public static void set(Instant instant) {
        file().set(instant);
    }

    /** Moves the business time forward (or back, when negative). */
    public static void advance(Duration duration) {
        file().advance(duration);
    }

    /** The business time. */
    public static Instant now() {
        return file().now();
    }

    /** Business time is real time again. */
    public static void reset() {
        file().reset();
    }

    private static ClockFile file() {
        return new ClockFile(TestEnvironment.clockFile());
    }
}
