package io.clientele.violating.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Every way past the injected clock. */
class ReadsTheWallClock {

    Instant instant() {
        return Instant.now();
    }

    LocalDate day(ZoneId zone) {
        return LocalDate.now(zone);
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Supplier<LocalDateTime> reference() {
        return LocalDateTime::now;
    }

    Clock clock() {
        return Clock.systemUTC();
    }
}
