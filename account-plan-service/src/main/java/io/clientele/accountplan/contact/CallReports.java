package io.clientele.accountplan.contact;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was said with the clients the caller may see. */
@ApplicationScoped
public class CallReports implements PanacheRepositoryBase<CallReport, UUID> {

    private static final UUID LAST = new UUID(-1, -1);

    private final Clients clients;
    private final Contacts contacts;
    private final Coverage coverage;
    private final CurrentWork work;
    private final Events events;
    private final Clock clock;

    CallReports(Clients clients, Contacts contacts, Coverage coverage, CurrentWork work, Events events, Clock clock) {
        this.clients = clients;
        this.contacts = contacts;
        this.coverage = coverage;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a conversation: for everybody who sees the client. Publishes {@code call-report.recorded}, and
     * {@code coverage.gap-closed} for what it covers.
     *
     * @throws ProblemException 404, 422 {@code contact-unknown} or {@code held-in-future}
     */
    @Transactional
    public CallReport record(String clientId, CallReport.Terms terms) {
        Client client = clients.get(clientId);
        if (terms.heldOn().isAfter(LocalDate.now(clock)) || terms.heldOn().getYear() < 1900) {
            throw ProblemException.ruleViolated(
                    "held-in-future",
                    "A conversation is recorded after it was held.",
                    new FieldError("/heldOn", "is not after today"));
        }
        if (terms.nextDueOn().getYear() < 1900 || terms.nextDueOn().getYear() > 9999) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "A field is not valid.",
                    new FieldError("/nextActionDueOn", "is a day from 1900 on"));
        }
        List<UUID> who = terms.contactIds().stream().distinct().toList();
        if (contacts.count("clientId = ?1 and id in ?2", clientId, who) != who.size()) {
            throw ProblemException.ruleViolated(
                    "contact-unknown",
                    "Those who took part are contacts of the client: add them first.",
                    new FieldError("/contactIds", "names somebody else"));
        }
        CallReport report = new CallReport(clientId, terms, work.caller(), clock.instant());
        persist(report);
        flush();
        events.publish(report.recorded());
        coverage.refresh(client);
        return report;
    }

    /** A page of a client's, the newest first. */
    public List<CallReport> page(String clientId, Seek seek) {
        UUID before = seek.after(UUID::fromString);
        return find("clientId = ?1 and id < ?2 order by id desc", clientId, before == null ? LAST : before)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /**
     * One of a client.
     *
     * @throws ProblemException 404
     */
    public CallReport get(String clientId, UUID id) {
        return find("clientId = ?1 and id = ?2", clientId, id)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }
}
