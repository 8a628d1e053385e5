package io.clientele.platform.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.platform.imports.ImportStore.Task;
import io.clientele.platform.problem.Diagnosis;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Works one chunk off. A transaction that stays open holds the chunk, so that it is free again as soon as its worker dies.
 * Within it a transaction of its own takes the lines, with their counts and the note of what is to be published; after that
 * has committed they are published, and only then the chunk goes. So lines are taken once and published at least once.
 *
 * <p>Counts {@code clientele.import.lines} by kind and outcome.
 */
@ApplicationScoped
class ChunkWork {

    private static final Logger LOG = Logger.getLogger(ChunkWork.class);
    private static final int SECONDS = 600;
    private static final List<String> OUTCOMES = List.of("accepted", "duplicate", "rejected");

    private final ImportStore store;
    private final ObjectMapper json;
    private final Validator validator;
    private final MeterRegistry metrics;

    ChunkWork(ImportStore store, ObjectMapper json, Validator validator, MeterRegistry metrics) {
        this.store = store;
        this.json = json;
        this.validator = validator;
        this.metrics = metrics;
    }

    /** Works off the next chunk nobody holds, or completes imports that have none left; false when there was neither. */
    boolean workOffNext(LineImporter<?> importer) {
        try {
            return QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> hold(importer));
        } catch (FailedImport failed) {
            LOG.errorf(failed.reason, "import=%s failed", failed.job);
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            store.failed(failed.job, Diagnosis.of(failed.reason).detail()));
            return true;
        }
    }

    private boolean hold(LineImporter<?> importer) {
        Task task = store.claim(importer.kind(), importer.inAnyOrder());
        if (task == null) {
            return store.complete(importer.kind());
        }
        Caller sender = new Caller(task.createdBy(), Set.of(Roles.SYSTEM), Set.of(), null);
        new Work(sender, task.job().toString(), null).run(() -> workOff(task, importer));
        store.remove(task);
        return true;
    }

    private <T> void workOff(Task task, LineImporter<T> importer) {
        BitSet toPublish = store.toPublish(task);
        if (toPublish != null && toPublish.isEmpty()) {
            return;
        }
        ChunkLines<T> lines = ChunkLines.of(
                task.firstLine(),
                task.content(),
                new LineReader<>(json, validator, importer.lineType(), task.header()));
        BitSet left = toPublish == null ? take(task, lines, importer) : toPublish;
        if (!left.isEmpty()) {
            importer.publish(task.job(), lines.at(left));
        }
    }

    private <T> BitSet take(Task task, ChunkLines<T> lines, LineImporter<T> importer) {
        Taken taken;
        try {
            taken = QuarkusTransaction.requiringNew()
                    .timeout(SECONDS)
                    .call(() -> takeInTransaction(task, lines, importer));
        } catch (RuntimeException failure) {
            if (Diagnosis.isPassing(failure)) {
                throw failure;
            }
            throw new FailedImport(task.job(), failure);
        }
        count(importer.kind(), "accepted", lines.count() - taken.duplicates - taken.rejected);
        count(importer.kind(), "duplicate", taken.duplicates);
        count(importer.kind(), "rejected", taken.rejected);
        return taken.toPublish;
    }

    private record Taken(long duplicates, long rejected, BitSet toPublish) {}

    private <T> Taken takeInTransaction(Task task, ChunkLines<T> lines, LineImporter<T> importer) {
        LineImporter.Outcome outcome = importer.take(task.job(), lines.good());
        List<Rejection> rejections = new ArrayList<>(lines.rejections());
        rejections.addAll(outcome.rejections());
        BitSet toPublish = lines.inChunk(outcome.toPublish());
        store.taken(task, lines.count(), outcome.duplicates(), rejections, toPublish);
        return new Taken(outcome.duplicates(), rejections.size(), toPublish);
    }

    /** Shows the counts of a kind of import, though there has been none. */
    void announce(String kind) {
        OUTCOMES.forEach(outcome -> count(kind, outcome, 0));
    }

    private void count(String kind, String outcome, long lines) {
        metrics.counter("clientele.import.lines", "kind", kind, "outcome", outcome)
                .increment(lines);
    }

    /** An error of ours that would come again. */
    private static final class FailedImport extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final UUID job;
        private final RuntimeException reason;

        FailedImport(UUID job, RuntimeException reason) {
            super(reason);
            this.job = job;
            this.reason = reason;
        }
    }
}
