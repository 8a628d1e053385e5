package io.clientele.platform.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.background.BackgroundLoop;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.caller.Work;
import io.clientele.platform.imports.ImportStore.Task;
import io.clientele.platform.imports.LineImporter.Line;
import io.clientele.platform.problem.Diagnosis;
import io.clientele.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Works imports off, one chunk a transaction. Replicas share the imports; a chunk interrupted by a kill is taken again.
 * Counts {@code clientele.import.lines} by kind and outcome.
 */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final ImportStore store;
    private final Instance<LineImporter<?>> importers;
    private final ObjectMapper json;
    private final Validator validator;
    private final MeterRegistry metrics;
    private final BackgroundLoop loop;

    ImportWorker(
            ImportStore store,
            @Any Instance<LineImporter<?>> importers,
            ObjectMapper json,
            Validator validator,
            MeterRegistry metrics) {
        this.store = store;
        this.importers = importers;
        this.json = json;
        this.validator = validator;
        this.metrics = metrics;
        this.loop = new BackgroundLoop("imports", Duration.ofSeconds(1), this::workOffOne);
    }

    void start(@Observes StartupEvent event) {
        if (!importers.isUnsatisfied()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(Duration.ofSeconds(15));
    }

    /** There is something to import. */
    void wake() {
        loop.wake();
    }

    private boolean workOffOne() {
        FailedImport failed;
        try {
            Round done = QuarkusTransaction.requiringNew().timeout(600).call(this::nextChunk);
            done.lines().forEach((outcome, lines) -> count(done.kind(), outcome, lines));
            return done.more();
        } catch (FailedImport failure) {
            failed = failure;
        }
        if (Diagnosis.isPassing(failed.reason)) {
            throw failed;
        }
        LOG.errorf(failed.reason, "import=%s failed", failed.job);
        QuarkusTransaction.requiringNew()
                .run(() -> store.failed(failed.job, Diagnosis.of(failed.reason).detail()));
        return true;
    }

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

    /** What one transaction did: whether there may be more to do, and how many lines had which outcome. */
    private record Round(boolean more, String kind, Map<String, Long> lines) {}

    private Round nextChunk() {
        Task task = store.claim();
        if (task == null) {
            return new Round(false, "", Map.of());
        }
        if (task.number() == null) {
            store.completed(task.job());
            return new Round(true, task.kind(), Map.of());
        }
        Caller sender = new Caller(task.createdBy(), Set.of(Roles.SYSTEM), Set.of(), null);
        try {
            return new Work(sender, task.job().toString(), null).call(() -> workOff(task, importer(task.kind())));
        } catch (RuntimeException failure) {
            throw new FailedImport(task.job(), failure);
        }
    }

    private void count(String kind, String outcome, long lines) {
        metrics.counter("clientele.import.lines", "kind", kind, "outcome", outcome)
                .increment(lines);
    }

    private LineImporter<?> importer(String kind) {
        return importers.stream()
                .filter(known -> known.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody imports " + kind));
    }

    private <T> Round workOff(Task task, LineImporter<T> importer) {
        LineReader<T> reader = new LineReader<>(json, importer.lineType(), task.header());
        List<Line<T>> good = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        long number = task.firstLine();
        for (String line :
                new String(task.content(), StandardCharsets.UTF_8).lines().toList()) {
            try {
                good.add(new Line<>(number, read(reader, line)));
            } catch (IOException | ProblemException | ConstraintViolationException refused) {
                rejections.add(Rejection.of(number, Diagnosis.of(refused)));
            }
            number++;
        }
        LineImporter.Outcome outcome = importer.take(task.job(), good);
        rejections.addAll(outcome.rejections());
        long processed = number - task.firstLine();
        store.worked(task, processed, outcome.duplicates(), rejections);
        return new Round(
                true,
                task.kind(),
                Map.of(
                        "accepted",
                        processed - outcome.duplicates() - rejections.size(),
                        "duplicate",
                        outcome.duplicates(),
                        "rejected",
                        (long) rejections.size()));
    }

    private <T> T read(LineReader<T> reader, String line) throws IOException {
        if (line.isEmpty()) {
            throw ProblemException.malformed("line-too-long", "A line has at most " + ImportFile.MAX_LINE + " bytes.");
        }
        T value = reader.read(line);
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }
}
