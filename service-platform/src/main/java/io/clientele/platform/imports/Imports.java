package io.clientele.platform.imports;

import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.http.Reply;
import io.clientele.platform.imports.ImportFile.Chunk;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Bulk imports as resources. A file is taken in whole before 202 is answered, in constant memory, and then worked off
 * chunk by chunk, each with its progress in one transaction; a killed service goes on where it was. With an
 * {@code Idempotency-Key}, sending the same file again answers with the same import.
 */
@ApplicationScoped
public class Imports {

    private final ImportStore store;
    private final ImportWorker worker;
    private final CurrentWork work;

    Imports(ImportStore store, ImportWorker worker, CurrentWork work) {
        this.store = store;
        this.worker = worker;
        this.work = work;
    }

    /**
     * Takes a file in.
     *
     * @param kind of a {@link LineImporter}
     * @param mediaType the request's Content-Type
     * @return 202 with the import and its Location
     */
    public Response receive(
            String kind, @Nullable String mediaType, @Nullable String idempotencyKey, InputStream body) {
        ImportFormat format = ImportFormat.of(mediaType);
        MessageDigest digest = sha256();
        ImportFile file = new ImportFile(new DigestInputStream(body, digest));
        try {
            if (idempotencyKey != null) {
                ImportJob known =
                        inTransaction(() -> store.findByKey(kind, work.caller().id(), idempotencyKey));
                if (known != null) {
                    return replay(known, file, digest);
                }
            }
            return accepted(take(kind, format, idempotencyKey, file, digest), false);
        } catch (IOException cutOff) {
            throw ProblemException.malformed("upload-cut-off", "The upload ended early; send the file again.");
        }
    }

    /** The import, as it stands. */
    @Transactional
    public ImportJob get(String kind, UUID id) {
        ImportJob job = store.find(kind, id);
        if (job == null) {
            throw ProblemException.notFound();
        }
        return job;
    }

    /** The lines refused so far, in the file's order. */
    @Transactional
    public Page<Rejection> rejections(String kind, UUID id, PageRequest page) {
        get(kind, id);
        Seek seek = page.seek(Map.of());
        return seek.page(
                store.rejections(id, after(seek), seek.fetch()), rejection -> Long.toString(rejection.line()), r -> r);
    }

    private static long after(Seek seek) {
        String after = seek.after();
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw ProblemException.malformed(
                    "cursor-malformed",
                    "Use `next` of the page before, unchanged.",
                    new FieldError("query:cursor", "cannot be read"));
        }
        return Long.parseLong(after);
    }

    private ImportJob take(
            String kind, ImportFormat format, @Nullable String key, ImportFile file, MessageDigest digest)
            throws IOException {
        String header = format == ImportFormat.CSV ? header(file) : null;
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        String sender = work.caller().id();
        inTransaction(() -> store.begin(id, kind, format, sender, header, key));
        try {
            int number = 0;
            for (Chunk chunk = file.nextChunk(); chunk != null; chunk = file.nextChunk()) {
                Chunk next = chunk;
                int place = number++;
                inTransaction(() -> store.add(id, place, next));
            }
        } catch (IOException | RuntimeException cutOff) {
            inTransaction(() -> store.discard(id));
            throw cutOff;
        }
        inTransaction(() -> store.received(id, file.lines(), digest.digest()));
        worker.wake();
        return inTransaction(() -> get(kind, id));
    }

    private static String header(ImportFile file) throws IOException {
        byte[] line = file.header();
        String header = line == null ? "" : new String(line, StandardCharsets.UTF_8);
        if (header.startsWith("\uFEFF")) {
            header = header.substring(1);
        }
        CsvColumns.of(header);
        return header;
    }

    private Response replay(ImportJob known, ImportFile file, MessageDigest digest) throws IOException {
        while (file.nextChunk() != null) {
            // read to the end for its digest
        }
        byte[] first = inTransaction(() -> store.contentHash(known.id()));
        if (first == null) {
            throw ProblemException.conflict(
                    "idempotency-key-in-use", "An upload with this Idempotency-Key is still running; repeat it later.");
        }
        if (!MessageDigest.isEqual(first, digest.digest())) {
            throw ProblemException.ruleViolated(
                    "idempotency-key-reused",
                    "This Idempotency-Key came with another file before; use a new key for a new file.");
        }
        return accepted(known, true);
    }

    private static Response accepted(ImportJob job, boolean replayed) {
        Response response = Reply.accepted("/v1/" + job.kind() + "/imports/" + job.id(), job)
                .toResponse();
        return replayed
                ? Response.fromResponse(response)
                        .header("Idempotency-Replayed", "true")
                        .build()
                : response;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void discardLeftovers() {
        inTransaction(() -> {
            store.discardCutOff();
            store.discardFailed();
        });
    }

    private static void inTransaction(Runnable step) {
        QuarkusTransaction.requiringNew().run(step);
    }

    private static <T extends @Nullable Object> T inTransaction(java.util.concurrent.Callable<T> step) {
        return QuarkusTransaction.requiringNew().call(step);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
