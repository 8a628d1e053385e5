package io.clientele.platform.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Real time plus the offset in a file, which is read again at most every 50 milliseconds. It ticks on between moves.
 * While the file is absent or half written, the offset last read holds.
 */
final class MovableClock extends Clock {

    private static final Duration FRESH = Duration.ofMillis(50);

    private final Path file;
    private final Clock real;
    private final ZoneId zone;
    private volatile Reading reading = new Reading(Instant.MIN, Duration.ZERO);

    private record Reading(Instant at, Duration offset) {}

    MovableClock(Path file) {
        this(file, Clock.systemUTC(), ZoneOffset.UTC);
    }

    private MovableClock(Path file, Clock real, ZoneId zone) {
        this.file = file;
        this.real = real;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        Instant now = real.instant();
        Reading last = reading;
        if (last.at.plus(FRESH).isBefore(now)) {
            last = new Reading(now, read(last.offset));
            reading = last;
        }
        return now.plus(last.offset);
    }

    private Duration read(Duration otherwise) {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException noOffset) {
            return otherwise;
        } catch (IOException | DateTimeParseException halfWritten) {
            return otherwise;
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(file, real, other);
    }
}
