package io.clientele.loyalty.programme.api;

import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.ProgrammeState;
import io.clientele.platform.http.Reply;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A loyalty programme as callers see it. */
@Schema(name = "LoyaltyProgramme", description = "A loyalty programme with its terms in force and in the making.")
record ProgrammeResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
        UUID id,

        @Schema(examples = "Household rewards") String name,
        @Schema(examples = "ACTIVE") ProgrammeState state,

        @Schema(description = "IANA time zone of the business days.", examples = "Europe/Prague")
        String timeZone,

        @Schema(
                description = "Last business day members can spend; absent unless it winds down or is closed.",
                examples = "2026-12-31")
        @Nullable
        LocalDate spendUntil,

        @Schema(description = "The terms in force now; absent before the first version takes effect.") @Nullable
        VersionResponse inForce,

        @Schema(description = "The version being written or reviewed; absent when there is none.") @Nullable
        VersionResponse inTheMaking,

        @Schema(examples = "olga.operator") String createdBy,
        Instant createdAt) {

    static ProgrammeResponse from(LoyaltyProgramme programme, Instant now) {
        return new ProgrammeResponse(
                programme.id(),
                programme.name(),
                programme.state(),
                programme.timeZone().getId(),
                programme.spendUntil(),
                programme.inForceAt(now).map(VersionResponse::from).orElse(null),
                programme.inTheMaking().map(VersionResponse::from).orElse(null),
                programme.createdBy(),
                programme.createdAt());
    }

    /** 201 after a command, with the programme and its entity tag. */
    static Response done(LoyaltyProgramme programme, Instant now) {
        return Reply.created(programme.link(), from(programme, now))
                .withTag(programme)
                .toResponse();
    }

    /** 200 with the programme and its entity tag. */
    static Response reply(LoyaltyProgramme programme, Instant now) {
        return Reply.ok(from(programme, now)).withTag(programme).toResponse();
    }
}
