package io.clientele.contracts.loyalty;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A version of a loyalty programme took effect after somebody other than its author approved it.
 *
 * @param programmeId id of the loyalty programme
 * @param programmeName name of the programme
 * @param version version of the rules in force from now on, from 1
 * @param currencies codes of the currencies of points
 * @param timeZone time zone of the business days, an IANA name such as {@code Europe/Prague}
 * @param author user id of who wrote the version
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the programme
 */
@Event(
        type = "io.clientele.loyalty.programme.activated.v1",
        topic = Topics.LOYALTY,
        summary = "A loyalty programme, approved by a second person, opened.")
public record ProgrammeActivated(
        UUID programmeId,
        String programmeName,
        int version,
        List<String> currencies,
        String timeZone,
        String author,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public ProgrammeActivated {
        Objects.requireNonNull(programmeId, "programmeId");
        Objects.requireNonNull(programmeName, "programmeName");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(occurredAt, "occurredAt");
        currencies = List.copyOf(currencies);
    }

    @Override
    public String subject() {
        return programmeId.toString();
    }
}
