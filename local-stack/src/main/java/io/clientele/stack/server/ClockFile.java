package io.clientele.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The business clock that all processes of a demo or a test share: a file with the offset from real time as an ISO-8601
 * duration, for example {@code PT-285000H}; no file, no offset. It is replaced atomically, so that nobody reads half of
 * it.
 */
public final class ClockFile {

    private final Path file;
    private final Clock real;

    public ClockFile(Path file) {
        this(file, Clock.systemUTC());
    }

    ClockFile(Path file, Clock real) {
        this.file = file;
        this.real = real;
    }

    /** The business time. */
    public Instant now() {
        return real.instant().plus(offset());
    }

    /** Business time less real time. */
    public Duration offset() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the business time, from where it goes on at the pace of real time. */
    public void set(Instant business) {
        write(Duration.between(real.instant(), business));
    }

    /** Moves the business time forward, or back when negative. */
    public void advance(Duration duration) {
        write(offset().plus(duration));
    }

    /** Business time is real time again. */
    public void reset() {
        write(Duration.ZERO);
    }

    private void write(Duration offset) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = Files.createTempFile(file.toAbsolutePath().getParent(), "clock", ".next");
            Files.writeString(next, offset.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
