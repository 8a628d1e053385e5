package io.clientele.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clientele.stack.server.ClockFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockCommandTest {

    @TempDir
    Path directory;

    private ClockFile clock = new ClockFile(Path.of("clock"));

    @BeforeEach
    void setClock() {
        clock = new ClockFile(directory.resolve("clock"));
        new ClockCommand(clock).set("1994-03-31T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "+P30D,1994-04-30T22:00:00Z",
        "+PT12H,1994-04-01T10:00:00Z",
        "+P1DT1H,1994-04-01T23:00:00Z",
        "+P2W,1994-04-14T22:00:00Z",
        "+P11M,1995-02-28T22:00:00Z",
        "+P1Y,1995-03-31T22:00:00Z"
    })
    void movesForward(String step, Instant then) {
        new ClockCommand(clock).forward(step);

        assertThat(clock.now()).isCloseTo(then, within(10, ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P30D", "-P30D", "+P-30D", "+P0D", "+30", "+P", "+PX", "tomorrow"})
    void refusesWhatIsNoStepForward(String step) {
        assertThatThrownBy(() -> new ClockCommand(clock).forward(step)).isInstanceOf(UsageException.class);
        assertThat(clock.now()).isCloseTo(Instant.parse("1994-03-31T22:00:00Z"), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThatThrownBy(() -> new ClockCommand(clock).set("1994-03-31"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("1994-03-31T22:00:00Z");
    }
}
