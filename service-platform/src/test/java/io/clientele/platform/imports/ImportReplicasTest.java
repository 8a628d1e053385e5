package io.clientele.platform.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.platform.caller.Work;
import io.clientele.platform.memo.MemoImporter;
import io.clientele.platform.memo.ScatteredMemos;
import io.clientele.platform.testing.PlatformTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several replicas on the imports of one database, some of which break off at the worst moments. */
@PlatformTest
class ImportReplicasTest {

    private static final String PADDING = " ".repeat(100_000);
    private static final int LINES = 60;

    private final String run = UUID.randomUUID().toString();

    @Inject
    Imports imports;

    @Inject
    ChunkWork chunks;

    @Inject
    @Any
    Instance<LineImporter<?>> importers;

    @Inject
    ScatteredMemos scattered;

    @Inject
    MemoImporter inOrder;

    private List<ImportWorker> replicas;

    @BeforeEach
    void startTwoMoreReplicas() {
        replicas = List.of(new ImportWorker(importers, chunks), new ImportWorker(importers, chunks));
        replicas.forEach(replica -> replica.start(new StartupEvent()));
    }

    @AfterEach
    void stopThem() {
        replicas.forEach(replica -> replica.stop(new ShutdownEvent()));
    }

    @Test
    void aLineIsTakenOnceAndPublishedWhoeverBreaksOffWhen() {
        scattered.breakOff(12);

        ImportJob done = imported(ScatteredMemos.KIND, file("known"));

        assertThat(scattered.failuresLeft()).isZero();
        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.lines()).isEqualTo(LINES);
        assertThat(done.accepted()).isEqualTo(LINES - 1);
        assertThat(done.duplicates()).isEqualTo(1);
        assertThat(stored()).isEqualTo(LINES - 1);
        assertThat(scattered.published().stream()
                        .filter(title -> title.startsWith(run))
                        .distinct())
                .hasSize(LINES - 1);
    }

    @Test
    void anImportWhoseOrderMattersIsTakenInOrderByOneReplicaAtATime() {
        ImportJob done = imported("memos", file("last"));

        assertThat(done.accepted()).isEqualTo(LINES);
        assertThat(inOrder.titles().stream().filter(title -> title.startsWith(run)))
                .containsExactlyElementsOf(
                        IntStream.range(0, LINES).mapToObj(this::title).toList());
        assertThat(stored()).isEqualTo(LINES);
    }

    private String title(int line) {
        return run + "-" + line + (line == LINES - 1 ? ending : "");
    }

    private String ending = "";

    /** Some ten chunks. */
    private byte[] file(String ending) {
        this.ending = ending;
        StringBuilder file = new StringBuilder();
        IntStream.range(0, LINES)
                .forEach(line -> file.append("{\"clientId\":\"replicas\",\"title\":\"")
                        .append(title(line))
                        .append("\"}")
                        .append(PADDING)
                        .append('\n'));
        return file.toString().getBytes(UTF_8);
    }

    private ImportJob imported(String kind, byte[] file) {
        ImportJob accepted = (ImportJob) Work.of("test")
                .call(() -> imports.receive(kind, ImportFormat.NDJSON_TYPE, null, new ByteArrayInputStream(file)))
                .getEntity();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Work.of("test").call(() -> imports.get(kind, accepted.id())),
                        job -> job.state() != ImportState.RUNNING);
    }

    private long stored() {
        return Work.of("test").call(() -> QuarkusTransaction.requiringNew().call(() -> scattered.stored(run)));
    }
}
