package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loyalty programme changed, or announced that it will.
 *
 * @param programmeId id of the loyalty programme
 * @param programmeName name of the programme
 * @param change what changed
 * @param version version of the terms that was announced
 * @param termsVersion the bank's name of the terms that were announced
 * @param effectiveFrom from when the terms announced are in force
 * @param spendUntil last business day on which members can spend, once it winds down
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the programme
 */
@Event(
        type = "io.clientele.loyalty.programme.changed.v1",
        topic = Topics.LOYALTY,
        summary = "A loyalty programme announced new terms, was suspended or resumed, winds down or closed.")
public record ProgrammeChanged(
        UUID programmeId,
        String programmeName,
        ProgrammeChange change,
        @Nullable Integer version,
        @Nullable String termsVersion,
        @Nullable Instant effectiveFrom,
        @Nullable LocalDate spendUntil,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ProgrammeChanged {
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(programmeName, "programmeName");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }

    @Override
    public String subject() {
        return programmeId.toString();
    }
}
