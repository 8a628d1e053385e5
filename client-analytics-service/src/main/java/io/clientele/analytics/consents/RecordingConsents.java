package io.clientele.analytics.consents;

import io.clientele.analytics.clients.ClientChanged;
import io.clientele.analytics.clients.Clients;
import io.clientele.contracts.Change;
import io.clientele.contracts.clients.ConsentGiven;
import io.clientele.contracts.clients.ConsentWithdrawn;
import io.clientele.platform.audit.Audit;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what clients say of being contacted. A statement is kept, tells subscribers and has the client judged anew, all in one
 * transaction: who withdrew leaves the segments that ask for the consent at once.
 */
@ApplicationScoped
public class RecordingConsents {

    private final ConsentBook book;
    private final Clients clients;
    private final Channels channels;
    private final Events events;
    private final Event<ClientChanged> changed;
    private final Audit audit;
    private final CurrentWork work;
    private final Clock clock;

    RecordingConsents(
            ConsentBook book,
            Clients clients,
            Channels channels,
            Events events,
            Event<ClientChanged> changed,
            Audit audit,
            CurrentWork work,
            Clock clock) {
        this.book = book;
        this.clients = clients;
        this.channels = channels;
        this.events = events;
        this.changed = changed;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Takes a statement. The same one again changes and tells nothing.
     *
     * @param saidAt null = now
     * @throws ProblemException 404; 422 {@code channel-unknown}, {@code said-in-future}
     */
    @Transactional
    public Consents record(
            String clientId,
            String purpose,
            @Nullable String channel,
            Decision decision,
            String source,
            @Nullable Instant saidAt) {
        clients.get(clientId);
        if (channel != null) {
            channels.require(channel);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant said = saidAt == null ? now : saidAt.truncatedTo(ChronoUnit.MICROS);
        if (said.isAfter(now)) {
            throw ProblemException.ruleViolated(
                    "said-in-future",
                    "Nobody has said anything in the future of the business clock.",
                    new FieldError("/saidAt", "is not after now"));
        }
        Statement statement = new Statement(
                purpose, channel, decision, source, said, work.caller().id(), now);
        Consents known = book.of(clientId);
        boolean again = known.statements().stream().anyMatch(other -> isSame(other, statement));
        if (again) {
            return known;
        }
        book.add(clientId, statement);
        tell(clientId, statement);
        changed.fire(new ClientChanged(Set.of(clientId)));
        return book.of(clientId);
    }

    private static boolean isSame(Statement one, Statement other) {
        return one.purpose().equals(other.purpose())
                && java.util.Objects.equals(one.channel(), other.channel())
                && one.decision() == other.decision()
                && one.saidAt().equals(other.saidAt());
    }

    private void tell(String clientId, Statement said) {
        String link = "/v1/clients/" + clientId + "/consents";
        events.publish(
                switch (said.decision()) {
                    case GIVEN ->
                        new ConsentGiven(
                                clientId,
                                said.purpose(),
                                said.channel(),
                                said.source(),
                                said.saidAt(),
                                said.recordedBy(),
                                link);
                    case WITHDRAWN ->
                        new ConsentWithdrawn(
                                clientId,
                                said.purpose(),
                                said.channel(),
                                said.source(),
                                said.saidAt(),
                                said.recordedBy(),
                                link);
                },
                said.saidAt());
        Map<String, Change> changes = new HashMap<>();
        changes.put("purpose", new Change(null, said.purpose()));
        changes.put("channel", new Change(null, said.channel()));
        changes.put("decision", new Change(null, said.decision().name()));
        audit.record("state", "client-consent", clientId, clientId, changes);
    }
}
