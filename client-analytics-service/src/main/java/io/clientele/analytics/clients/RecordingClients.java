package io.clientele.analytics.clients;

import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.inbound.ClientRecord;
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
 * Takes client records one by one, by API and topic; {@link ImportingClients} takes them in bulk. A record replaces what was known and tells subscribers what
 * changed; a record that says what was known changes and tells nothing.
 */
@ApplicationScoped
public class RecordingClients {

    private final Clients clients;
    private final ClientBook book;
    private final ClientNews news;
    private final Event<ClientChanged> changed;
    private final Clock clock;

    RecordingClients(Clients clients, ClientBook book, ClientNews news, Event<ClientChanged> changed, Clock clock) {
        this.clients = clients;
        this.book = book;
        this.news = news;
        this.changed = changed;
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
            book.assign(moved.values().stream().map(Client::state).toList());
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
            news.registered(client.state(), now);
            return new Recorded(client, Outcome.REGISTERED);
        }
        ClientState before = client.state();
        if (!client.replaceBy(record, now)) {
            return new Recorded(client, Outcome.UNCHANGED);
        }
        news.updated(before, client.state(), now);
        return new Recorded(client, Outcome.UPDATED);
    }
}
