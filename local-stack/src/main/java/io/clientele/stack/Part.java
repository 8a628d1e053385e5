package io.clientele.stack;

import java.nio.file.Path;
import java.util.Optional;

/** One process of the stack. */
sealed interface Part permits JvmPart, PostgresPart {

    String name();

    /** Where it listens, for a person to read. */
    String address();

    Path log();

    /** Starts the process; it may become ready later. */
    void start();

    /** Whether it does its work now. */
    boolean isReady();

    /** The process, when it is alive. */
    Optional<ProcessHandle> process();

    /** Lets it finish what is in flight, and returns when it has ended. Does nothing when it does not run. */
    void stop();

    /** Ends it at once (SIGKILL), and returns when it has ended. */
    void kill();
}
