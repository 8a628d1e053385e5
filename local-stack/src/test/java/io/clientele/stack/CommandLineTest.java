package io.clientele.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void startsTheStackUnlessTold() {
        assertThat(CommandLine.parse().command()).isEqualTo("up");
        assertThat(CommandLine.parse("--fresh", "--data", "x").command()).isEqualTo("up");
    }

    @Test
    void readsWordsAndOptionsInAnyOrder() {
        var asked = CommandLine.parse("token", "--user", "rm-2", "relationship-manager", "--team", "team-1,team-2");

        assertThat(asked.word("a role")).isEqualTo("relationship-manager");
        assertThat(asked.option("user")).contains("rm-2");
        assertThat(asked.option("team")).contains("team-1,team-2");
    }

    @Test
    void readsAStepOfTheClockAsAWord() {
        assertThat(CommandLine.parse("clock", "+P30D").word("a step")).isEqualTo("+P30D");
    }

    @Test
    void keepsItsDataInTheProjectUnlessTold() {
        var root = Path.of("/project");

        assertThat(CommandLine.parse("stop").home(root).directory()).isEqualTo(Path.of("/project/.clientele"));
        assertThat(CommandLine.parse("stop", "--dir", "/tmp/x").home(root).directory())
                .isEqualTo(Path.of("/tmp/x"));
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> CommandLine.parse("fly")).hasMessageContaining("unknown command 'fly'");
        assertThatThrownBy(() -> CommandLine.parse("stop", "--data", "x"))
                .hasMessageContaining("takes no option --data");
        assertThatThrownBy(() -> CommandLine.parse("--data")).hasMessageContaining("--data needs a value");
        assertThatThrownBy(() -> CommandLine.parse("--ports", "many").addresses())
                .hasMessageContaining("not 'many'");
        assertThatThrownBy(() -> CommandLine.parse("token").word("a role")).hasMessageContaining("takes a role");
    }
}
