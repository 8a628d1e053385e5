package io.clientele.analytics.activity.api;

import io.clientele.platform.imports.ImportFormat;
import io.clientele.platform.imports.ImportJob;
import io.clientele.platform.imports.ImportState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bulk import of activities and how far it is. */
@Schema(
        name = "ActivityImport",
        description =
                "A bulk import of activities. `accepted` lines are visible to reads and segments as soon as they count; COMPLETED tells that all of them are on the activity topic too.")
public record ActivityImport(
        @Schema(description = "The import's id.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
        UUID id,

        @Schema(description = "What is imported.", examples = "activities")
        String kind,

        @Schema(description = "How the lines are written.", examples = "NDJSON")
        ImportFormat format,

        @Schema(description = "Where it stands.", examples = "COMPLETED")
        ImportState state,

        @Schema(description = "Who sent the file.", examples = "core-banking")
        String createdBy,

        @Schema(description = "When it arrived, real time.", examples = "2026-01-31T12:00:00Z")
        Instant createdAt,

        @Schema(description = "When the last line was worked off, real time.", examples = "2026-01-31T12:00:03Z")
        @Nullable
        Instant finishedAt,

        @Schema(description = "Lines in the file, without CSV header and empty lines.", examples = "49102")
        long lines,

        @Schema(description = "Lines worked off so far.", examples = "49102")
        long processed,

        @Schema(description = "Lines that were new and are stored.", examples = "49100")
        long accepted,

        @Schema(description = "Lines that were known already, or came twice.", examples = "0")
        long duplicates,

        @Schema(description = "Lines refused; see the import's rejections.", examples = "2")
        long rejected,

        @Schema(
                description =
                        "Whether the import is COMPLETED: every accepted line is visible to reads and segments, and published.",
                examples = "true")
        boolean queryable,

        @Schema(description = "Why it stopped, when FAILED.", examples = "The disk is full.") @Nullable
        String failure) {

    static ActivityImport from(ImportJob job) {
        return new ActivityImport(
                job.id(),
                job.kind(),
                job.format(),
                job.state(),
                job.createdBy(),
                job.createdAt(),
                job.finishedAt(),
                job.lines(),
                job.processed(),
                job.accepted(),
                job.duplicates(),
                job.rejected(),
                job.state() == ImportState.COMPLETED,
                job.failure());
    }
}
