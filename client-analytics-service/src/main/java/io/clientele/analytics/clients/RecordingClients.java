package io.clientele.analytics.clients;

import io.clientele.contracts.clients.ClientRegistered;
import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.ClientUpdated;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes client records, by API, import and topic alike. A record replaces what was known and tells subscribers what
 * changed; a record that says what was known changes and tells nothing.
 */
@ApplicationScoped
public class RecordingClients {

    private final Clients clients;
    private final ClientBook book;
    private final Events events;
    private final Event<ClientChanged> changed;
    private final CurrentWork work;
    private final Clock clock;

    RecordingClients(
            Clients clients,
            ClientBook book,
            Events events,
            Event<ClientChanged> changed,
            CurrentWork work,
            Clock clock) {
        this.clients = clients;
        this.book = book;
        this.events = events;
        this.changed = changed;
        this.work = work;
        this.clock = clock;
    }

    /** What a record did. */
    public enum Outcome {
        /** The client was not known before. */
        REGISTERED,
        /** Something changed. */
        UPDATED,
        /** The record said what was known. */
        UNCHANGED
    }

    /** The client a record was about, and what the record did. */
    public record Recorded(Client client, Outcome outcome) {}

    /**
     * Checks a record without taking it.
     *
     * @throws ProblemException 422 with every field that breaks a rule
     */
    public void check(ClientRecord record) {
        RecordRules.check(record, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /**
     * Takes one record on the condition its sender states.
     *
     * @param ifMatch needed to replace a known client
     * @param onlyNew whether the sender means to register and never to replace
     * @throws ProblemException 412 when the client is not as the sender believes, 428 without a condition on a known client,
     *     422 when the record breaks a rule
     */
    @Transactional
    public Recorded record(ClientRecord record, IfMatch ifMatch, boolean onlyNew) {
        check(record);
        book.lock(List.of(record.clientId()));
        clients.findByIdOptional(record.clientId())
                .ifPresentOrElse(
                        known -> {
                            if (onlyNew) {
                                throw ProblemException.stale();
                            }
                            ifMatch.check(known);
                        },
                        () -> {
                            if (!ifMatch.header().isBlank()) {
                                throw ProblemException.stale();
                            }
                        });
        return recordAll(List.of(record)).getFirst();
    }

    /**
     * Takes records that passed {@link #check}, one after the other; of several about one client the last one stands.
     *
     * @return what became of each
     */
    @Transactional
    public List<Recorded> recordAll(List<ClientRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<String> ids =
                records.stream().map(ClientRecord::clientId).distinct().sorted().toList();
        book.lock(ids);
        Map<String, Client> known = clients.known(ids);
        Map<String, Client> moved = new LinkedHashMap<>();
        List<Recorded> recorded = new ArrayList<>(records.size());
        Instant now = clock.instant();
        for (ClientRecord record : records) {
            Recorded outcome = take(record, known, now);
            recorded.add(outcome);
            if (outcome.outcome() != Outcome.UNCHANGED) {
                moved.put(record.clientId(), outcome.client());
            }
        }
        if (!moved.isEmpty()) {
            clients.flush();
            book.assign(moved.values());
            changed.fire(new ClientChanged(moved.keySet()));
        }
        return recorded;
    }

    private Recorded take(ClientRecord record, Map<String, Client> known, Instant now) {
        String id = record.clientId();
        Client client = known.get(id);
        if (client == null) {
            client = Client.registered(record, now);
            clients.persist(client);
            known.put(id, client);
            tellRegistered(client.state(), now);
            return new Recorded(client, Outcome.REGISTERED);
        }
        ClientState before = client.state();
        if (!client.replaceBy(record, now)) {
            return new Recorded(client, Outcome.UNCHANGED);
        }
        tellUpdated(before, client.state(), now);
        return new Recorded(client, Outcome.UPDATED);
    }

    private void tellRegistered(ClientState state, Instant now) {
        events.publish(new ClientRegistered(state.clientId(), state, now, actor(), link(state)), now);
        events.publish(state, now);
    }

    private void tellUpdated(ClientState before, ClientState after, Instant now) {
        events.publish(
                new ClientUpdated(
                        after.clientId(), after, RecordChanges.between(before, after), now, actor(), link(after)),
                now);
        events.publish(after, now);
    }

    private String actor() {
        return work.caller().id();
    }

    private static String link(ClientState state) {
        return "/v1/clients/" + state.clientId();
    }
}
