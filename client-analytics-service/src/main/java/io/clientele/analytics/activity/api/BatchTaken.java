package io.clientele.analytics.activity.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a batch. */
@Schema(name = "ActivityBatchTaken", description = "What became of a batch of activities.")
public record BatchTaken(
        @Schema(
                description = "Activities the broker has acknowledged; they are queryable a moment later.",
                examples = "998")
        int accepted,

        @Schema(description = "Activities that were known already, or came twice in the batch.", examples = "2")
        int duplicates) {}
