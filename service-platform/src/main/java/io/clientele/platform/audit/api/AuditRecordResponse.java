package io.clientele.platform.audit.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.clientele.platform.audit.AuditRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record of the audit trail. */
@Schema(name = "AuditRecord", description = "One mutation: who did what to which resource, and what changed.")
record AuditRecordResponse(
        @Schema(examples = "4711") long id,

        @Schema(description = "Real time.", examples = "2026-03-31T10:15:30.123456Z")
        Instant recordedAt,

        @Schema(description = "Business time.", examples = "2026-03-31T10:15:30Z")
        Instant businessTime,

        @Schema(description = "User id, or the name of the background work.", examples = "rm-anna")
        String actor,

        @Schema(description = "The actor's roles at that time.", examples = "[\"relationship-manager\"]")
        List<String> roles,

        @Schema(description = "`create`, `update`, `delete`, or what was done by name.", examples = "update")
        String action,

        @Schema(examples = "account-plan") String resourceType,

        @Schema(examples = "019a2b3c-6f1d-7c3e-8a52-5d1d4f0e9b7a")
        String resourceId,

        @Schema(description = "The client concerned; absent when no single client is.", examples = "1787") @Nullable
        String clientId,

        @Schema(
                type = SchemaType.OBJECT,
                description = "By field, its value `before` and `after`. Personal values appear as keyed digests.",
                examples = "{\"status\":{\"before\":\"DRAFT\",\"after\":\"SUBMITTED\"}}")
        @JsonRawValue
        String changes,

        @Schema(
                description = "Ties together everything one cause led to.",
                examples = "0f6b2a54-2f0e-4a6e-9d7a-0b8f4a8f9e11")
        String correlationId,

        @Schema(description = "Place in the hash chain; absent for the moments until it is sealed.", examples = "4711")
        @Nullable
        Long position,

        @Schema(
                description = "SHA-256 over the hash before and this record, in hex; absent until sealed.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String hash) {

    static AuditRecordResponse from(AuditRecord record) {
        byte[] hash = record.hash();
        return new AuditRecordResponse(
                record.id(),
                record.recordedAt(),
                record.businessTime(),
                record.actor(),
                record.roles().isEmpty()
                        ? List.of()
                        : Arrays.asList(record.roles().split(",", -1)),
                record.action(),
                record.resourceType(),
                record.resourceId(),
                record.clientId(),
                record.changes(),
                record.correlationId(),
                record.position(),
                hash == null ? null : HexFormat.of().formatHex(hash));
    }
}
