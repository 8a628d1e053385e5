package io.clientele.analytics.segments.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.analytics.segments.RuleText;
import io.clientele.analytics.segments.SegmentVersion;
import io.clientele.analytics.segments.VersionState;
import io.clientele.platform.http.Reply;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SegmentVersion", description = "A version of a segment's rule. Times are business times.")
record VersionResponse(
        @Schema(examples = "01957c81-5e7a-7b11-9d2c-0a4f8a2b6c01")
        UUID segmentId,

        @Schema(description = "From 1, without gaps.", examples = "1")
        int number,

        @Schema(examples = "ACTIVE") VersionState state,

        @Schema(ref = "SegmentRule", description = "In canonical form.")
        JsonNode rule,

        @Schema(description = "When it is to take effect; absent: when approved.", examples = "1994-04-01T00:00:00Z")
        @Nullable
        Instant effectiveFrom,

        @Schema(description = "User id of who drafted it.", examples = "analyst-svoboda")
        String author,

        @Schema(examples = "1994-03-01T09:30:00Z") Instant draftedAt,

        @Schema(examples = "analyst-svoboda") @Nullable String submittedBy,

        @Schema(examples = "1994-03-01T10:00:00Z") @Nullable Instant submittedAt,

        @Schema(examples = "analyst-horak") @Nullable String approvedBy,

        @Schema(examples = "1994-03-02T08:15:00Z") @Nullable Instant approvedAt,

        @Schema(examples = "analyst-horak") @Nullable String rejectedBy,

        @Schema(examples = "1994-03-01T16:45:00Z") @Nullable Instant rejectedAt,

        @Schema(description = "Why it was last sent back.", examples = "The window should be 180 days.") @Nullable
        String rejection,

        @Schema(description = "Since when it is, or was, in force.", examples = "1994-04-01T00:00:00Z") @Nullable
        Instant activeFrom,

        @Schema(description = "Until when it was in force.", examples = "1994-06-01T00:00:00Z") @Nullable
        Instant activeUntil) {

    /** The version with its entity tag. */
    static Reply reply(SegmentVersion version, RuleText rules) {
        return Reply.ok(from(version, rules)).withTag(version);
    }

    /** The version with its path and entity tag. */
    static Reply created(SegmentVersion version, RuleText rules) {
        return Reply.created(version.link(), from(version, rules)).withTag(version);
    }

    static VersionResponse from(SegmentVersion version, RuleText rules) {
        return new VersionResponse(
                version.segmentId(),
                version.number(),
                version.state(),
                rules.document(version),
                version.effectiveFrom(),
                version.author(),
                version.draftedAt(),
                version.submittedBy(),
                version.submittedAt(),
                version.approvedBy(),
                version.approvedAt(),
                version.rejectedBy(),
                version.rejectedAt(),
                version.rejection(),
                version.activeFrom(),
                version.activeUntil());
    }
}
