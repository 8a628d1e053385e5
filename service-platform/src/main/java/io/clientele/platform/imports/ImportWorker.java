package io.clientele.platform.imports;

import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the imports of this replica; replicas share the work. Kinds do not wait for each other. Where order does not matter,
 * two chunks are in hand: one is read while the database stores the other.
 */
@ApplicationScoped
class ImportWorker {

    private static final int CHUNKS_IN_HAND = 2;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(15);

    private final List<BackgroundLoop> loops = new ArrayList<>();

    ImportWorker(@Any Instance<LineImporter<?>> importers, ChunkWork chunks) {
        for (LineImporter<?> importer : importers) {
            chunks.announce(importer.kind());
            for (int i = 0; i < (importer.inAnyOrder() ? CHUNKS_IN_HAND : 1); i++) {
                loops.add(new BackgroundLoop("imports", POLL, () -> chunks.workOffNext(importer)));
            }
        }
    }

    void start(@Observes StartupEvent event) {
        loops.forEach(BackgroundLoop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        loops.parallelStream().forEach(loop -> loop.stop(PATIENCE_AT_SHUTDOWN));
    }

    /** There is something to import. */
    void wake() {
        loops.forEach(BackgroundLoop::wake);
    }
}
