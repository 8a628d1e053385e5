package io.clientele.platform.imports;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A bulk import and how far it is.
 *
 * @param id the import's id
 * @param kind what is imported
 * @param state where it stands
 * @param createdBy who sent the file
 * @param createdAt when it arrived, real time
 * @param finishedAt when the last line was worked off
 * @param lines lines in the file, without CSV header and empty lines
 * @param processed lines worked off so far; accepted + duplicates + rejected
 * @param accepted lines that took effect
 * @param duplicates lines that changed nothing because they were known
 * @param rejected lines refused; see the import's rejections
 * @param failure why it stopped, when state is FAILED
 */
public record ImportJob(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
        UUID id,

        @Schema(examples = "clients") String kind,
        ImportFormat format,
        ImportState state,
        @Schema(examples = "core-banking") String createdBy,
        @Schema(examples = "2026-01-31T12:00:00Z") Instant createdAt,
        @Schema(examples = "2026-01-31T12:00:03Z") @Nullable Instant finishedAt,
        @Schema(examples = "5369") long lines,
        @Schema(examples = "5369") long processed,
        @Schema(examples = "5367") long accepted,
        @Schema(examples = "0") long duplicates,
        @Schema(examples = "2") long rejected,

        @Schema(examples = "the file ends inside a line") @Nullable
        String failure) {}
