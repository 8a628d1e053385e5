package io.clientele.accountplan.contact;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Adding and changing the contacts of a client: for the relationship manager and the leader of that team. */
@ApplicationScoped
public class WritingContacts {

    private final Clients clients;
    private final Contacts contacts;
    private final CurrentWork work;
    private final Clock clock;
    private final Coverage coverage;

    WritingContacts(Clients clients, Contacts contacts, CurrentWork work, Clock clock, Coverage coverage) {
        this.clients = clients;
        this.contacts = contacts;
        this.work = work;
        this.clock = clock;
        this.coverage = coverage;
    }

    /**
     * Adds one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 422 {@code contact-unknown}
     */
    @Transactional
    public Contact add(String clientId, ContactTerms terms) {
        Instant now = clock.instant();
        Client client = clients.get(clientId);
        PlanRights rights = new PlanRights(work.caller(), client.book());
        rights.requireWriter();
        Caller writer = rights.caller();

        requireKnown(clientId, terms);
        Contact contact = new Contact(clientId, terms, writer, now);
        contacts.persist(contact);
        coverage.refresh(client);
        return contact;
    }

    /**
     * Changes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 422 {@code contact-unknown}
     */
    @Transactional
    public Contact change(String clientId, UUID id, IfMatch ifMatch, ContactTerms terms) {
        Instant now = clock.instant();
        Client client = clients.get(clientId);
        PlanRights rights = new PlanRights(work.caller(), client.book());
        rights.requireWriter();
        Caller writer = rights.caller();
        Contact contact = contacts.get(clientId, id);
        ifMatch.check(contact);

        requireKnown(clientId, terms);
        contact.change(terms, writer, now);
        contacts.flush();
        coverage.refresh(client);
        return contact;
    }

    /**
     * Removes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412
     */
    @Transactional
    public void remove(String clientId, UUID id, IfMatch ifMatch) {
        Instant now = clock.instant();
        Client client = clients.get(clientId);
        PlanRights rights = new PlanRights(work.caller(), client.book());
        rights.requireWriter();
        Caller writer = rights.caller();
        Contact contact = contacts.get(clientId, id);
        ifMatch.check(contact);

        contacts.delete(contact);
        contacts.flush();
        coverage.refresh(client);
    }

    /**
     * Forgets who the person is; role and history stay.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412
     */
    @Transactional
    public Contact erase(String clientId, UUID id, IfMatch ifMatch) {
        PlanRights rights = new PlanRights(work.caller(), clients.get(clientId).book());
        rights.requireWriter();
        Contact contact = contacts.get(clientId, id);
        ifMatch.check(contact);
        contact.change(contact.terms().withoutPerson(), rights.caller(), clock.instant());
        contacts.flush();
        return contact;
    }

    private void requireKnown(String clientId, ContactTerms terms) {
        if (!terms.influences().isEmpty()
                && contacts.count("clientId = ?1 and id in ?2", clientId, terms.influences())
                        != terms.influences().stream().distinct().count()) {
            throw ProblemException.ruleViolated(
                    "contact-unknown",
                    "Influence is on other contacts of the client.",
                    new FieldError("/influences", "names somebody else"));
        }
    }
}
