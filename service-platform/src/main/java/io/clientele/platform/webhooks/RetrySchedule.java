package io.clientele.platform.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a failed delivery is tried again: ten attempts over some three days, with jitter of a tenth either way. */
final class RetrySchedule {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Duration LONGEST_WISH = Duration.ofHours(24);
    private static final double JITTER = 0.1;

    private RetrySchedule() {}

    /**
     * How long to wait after a failed attempt; empty when it was the last.
     *
     * @param attempts made so far, from 1
     * @param retryAfter the receiver's wish; later than scheduled, up to a day, it is followed
     */
    static Optional<Duration> after(int attempts, @Nullable Duration retryAfter, RandomGenerator random) {
        if (attempts > DELAYS.size()) {
            return Optional.empty();
        }
        long scheduled = DELAYS.get(attempts - 1).toMillis();
        Duration delay = Duration.ofMillis(Math.round(scheduled * (1 - JITTER + 2 * JITTER * random.nextDouble())));
        if (retryAfter == null || retryAfter.compareTo(delay) <= 0) {
            return Optional.of(delay);
        }
        return Optional.of(retryAfter.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : retryAfter);
    }
}
