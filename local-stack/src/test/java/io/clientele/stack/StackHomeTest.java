package io.clientele.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeTest {

    @TempDir
    Path directory;

    @Test
    void remembersWhereTheStackListensAndWhatItHolds() {
        var home = new StackHome(directory.resolve("stack"));
        home.prepare(new Addresses(9081));
        home.rememberLoaded("berka");

        var again = new StackHome(directory.resolve("stack"));
        assertThat(again.addresses()).isEqualTo(new Addresses(9081));
        assertThat(again.loaded()).contains("berka");
    }

    @Test
    void emptiesOnlyAFolderOfAStack() throws Exception {
        Files.writeString(directory.resolve("thesis.txt"), "years of work");
        var foreign = new StackHome(directory);

        assertThatThrownBy(foreign::empty).isInstanceOf(UsageException.class).hasMessageContaining("not deleted");
        assertThat(directory.resolve("thesis.txt")).exists();

        foreign.prepare(Addresses.USUAL);
        foreign.empty();
        assertThat(directory).doesNotExist();
    }

    @Test
    void saysThatThereIsNoStackYet() {
        assertThatThrownBy(new StackHome(directory)::addresses)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("start one with ./run");
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var addresses = new Addresses(taken.getLocalPort() - 3);

            assertThatThrownBy(addresses::checkFree)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Kafka=" + taken.getLocalPort())
                    .hasMessageContaining("--ports");
        }
    }

    @Test
    void takesNoOtherProcessForTheOneItRemembers() throws Exception {
        var file = new PidFile(directory.resolve("part.pid"));
        file.write(ProcessHandle.current());
        assertThat(file.process()).contains(ProcessHandle.current());

        Files.writeString(file.file(), ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z");
        assertThat(file.process()).isEmpty();
    }
}
