package io.clientele.platform.time;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;

/**
 * The {@link Clock} every business rule reads: real time in production, movable in the demo and in tests. Tokens,
 * idempotency keys and webhooks stay on real time.
 */
class BusinessClock {

    private static final List<String> MOVABLE_PROFILES = List.of("demo", "test");

    @Produces
    @Singleton
    @Startup(Interceptor.Priority.PLATFORM_BEFORE)
    Clock clock(ClockSettings settings) {
        if (settings.file().isEmpty()) {
            return Clock.systemUTC();
        }
        if (LaunchMode.current() == LaunchMode.NORMAL
                && ConfigUtils.getProfiles().stream().noneMatch(MOVABLE_PROFILES::contains)) {
            throw new IllegalStateException(
                    "clientele.clock.file moves the business clock and is refused outside the profiles "
                            + MOVABLE_PROFILES);
        }
        return new MovableClock(settings.file().get());
    }
}
