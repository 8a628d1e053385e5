package io.clientele.accountplan.alert.api;

import io.clientele.accountplan.alert.Alert;
import io.clientele.accountplan.alert.AlertKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Alert", description = "Something that asks for attention.")
record AlertResponse(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "What it is.") AlertKind kind,

        @Schema(
                description = "Path of the resource it is about.",
                examples = "/v1/clients/C-10482/credit-facilities/F-2201")
        String path,

        @Schema(description = "When it was first seen.") Instant raisedAt,

        @Schema(description = "Who has seen it.", examples = "rm-novak") @Nullable
        String acknowledgedBy,

        @Schema(description = "It asks no more until that day.", examples = "2026-02-15") @Nullable
        LocalDate snoozedUntil) {
    static AlertResponse from(Alert alert) {
        return new AlertResponse(
                alert.id(),
                alert.clientId(),
                alert.kind(),
                alert.path(),
                alert.raisedAt(),
                alert.acknowledgedBy(),
                alert.snoozedUntil());
    }
}
