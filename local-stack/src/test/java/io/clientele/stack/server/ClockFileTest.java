package io.clientele.stack.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileTest {

    private static final Instant REAL = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void isRealTimeWithoutAFile() {
        assertThat(clock().now()).isEqualTo(REAL);
    }

    @Test
    void keepsTheOffsetThatEveryProcessReads() throws Exception {
        clock().set(Instant.parse("2025-12-31T12:00:00Z"));

        assertThat(Files.readString(directory.resolve("clock"))).isEqualTo("PT-12H");
        assertThat(clock().now()).isEqualTo(Instant.parse("2025-12-31T12:00:00Z"));
    }

    @Test
    void movesOnFromWhereItStands() {
        clock().set(Instant.parse("1994-03-31T22:00:00Z"));
        clock().advance(Duration.ofDays(30));

        assertThat(clock().now()).isEqualTo(Instant.parse("1994-04-30T22:00:00Z"));
    }

    @Test
    void comesBackToRealTimeAndLeavesNoOtherFile() throws Exception {
        clock().advance(Duration.ofDays(1));
        clock().reset();

        assertThat(clock().now()).isEqualTo(REAL);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("clock"));
        }
    }

    private ClockFile clock() {
        return new ClockFile(directory.resolve("clock"), Clock.fixed(REAL, ZoneOffset.UTC));
    }
}
