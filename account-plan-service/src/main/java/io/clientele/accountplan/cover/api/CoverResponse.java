package io.clientele.accountplan.cover.api;

import io.clientele.accountplan.cover.BookCover;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BookCover", description = "That a deputy acts for a relationship manager.")
record CoverResponse(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "User id of whose book it is.", examples = "rm-novak")
        String manager,

        @Schema(description = "User id of who acts.", examples = "rm-kral")
        String deputy,

        @Schema(description = "Why.", examples = "Summer holiday")
        String reason,

        @Schema(
                description = "From then on the deputy sees nothing of the book any more.",
                examples = "2026-08-15T00:00:00Z")
        Instant validUntil,

        @Schema(description = "Who lent it.", examples = "rm-novak")
        String createdBy,

        @Schema(description = "When.") Instant createdAt) {
    static CoverResponse from(BookCover cover) {
        return new CoverResponse(
                cover.id(),
                cover.manager(),
                cover.deputy(),
                cover.reason(),
                cover.validUntil(),
                cover.createdBy(),
                cover.createdAt());
    }
}
