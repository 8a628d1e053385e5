package io.clientele.accountplan.contact;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.groups.Groups;
import io.clientele.contracts.accountplans.CoverageGapClosed;
import io.clientele.contracts.accountplans.CoverageGapOpened;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Whom we know and met, country by country, for a client and the companies under it. */
@ApplicationScoped
public class Coverage {

    private final EntityManager entities;
    private final Clients clients;
    private final Groups groups;
    private final CoverageSettings settings;
    private final CurrentWork work;
    private final Events events;
    private final Clock clock;

    Coverage(
            EntityManager entities,
            Clients clients,
            Groups groups,
            CoverageSettings settings,
            CurrentWork work,
            Events events,
            Clock clock) {
        this.entities = entities;
        this.clients = clients;
        this.groups = groups;
        this.settings = settings;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The coverage of a client now: the countries are the domiciles of the companies the caller may see.
     *
     * @throws io.clientele.platform.problem.ProblemException 404
     */
    public CoverageMatrix of(String clientId) {
        return of(clientId, groups.under(clientId, null).clientIds());
    }

    /**
     * The coverage of a client now.
     *
     * @param companies client numbers of the companies whose domiciles count
     */
    public CoverageMatrix of(String clientId, Collection<String> companies) {
        List<String> countries = clients.list("clientId in ?1", companies).stream()
                .map(Client::domicile)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<CoverageMatrix.Person> people = entities.createQuery(
                        "from Contact where clientId = :client", Contact.class)
                .setParameter("client", clientId)
                .getResultStream()
                .map(contact -> new CoverageMatrix.Person(
                        contact.id(), contact.terms().country(), contact.terms().decisionRole()))
                .toList();
        return CoverageMatrix.of(
                countries,
                settings.requiredRoles(),
                people,
                meetings(clientId),
                LocalDate.now(clock).minusDays(settings.metWithinDays()));
    }

    /** Tells of the gaps that opened or closed since it was last told; part of whatever changed contacts or reports. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refresh(Client client) {
        Instant now = clock.instant();
        String by = work.caller().id();
        String link = "/v1/clients/" + client.clientId() + "/coverage";
        entities.flush();
        Map<String, CoverageMatrix.Slot> gaps = of(client.clientId()).gaps();
        Map<String, OpenGap> open = new TreeMap<>();
        entities.createQuery("from OpenGap where clientId = :client", OpenGap.class)
                .setParameter("client", client.clientId())
                .getResultStream()
                .forEach(gap -> open.put(gap.key(), gap));
        gaps.forEach((key, slot) -> {
            if (!open.containsKey(key)) {
                entities.persist(new OpenGap(client.clientId(), slot, now));
                events.publish(new CoverageGapOpened(
                        client.clientId(),
                        slot.country(),
                        slot.role().name(),
                        String.valueOf(slot.gap()),
                        now,
                        by,
                        link));
            }
        });
        open.forEach((key, gap) -> {
            if (!gaps.containsKey(key)) {
                entities.remove(gap);
                events.publish(new CoverageGapClosed(
                        client.clientId(), gap.country(), gap.role().name(), now, by, link));
            }
        });
    }

    private Map<UUID, LocalDate> meetings(String clientId) {
        Map<UUID, LocalDate> met = new HashMap<>();
        entities.createQuery("from CallReport where clientId = :client", CallReport.class)
                .setParameter("client", clientId)
                .getResultStream()
                .map(CallReport::terms)
                .forEach(report -> report.contactIds()
                        .forEach(who ->
                                met.merge(who, report.heldOn(), (one, other) -> one.isAfter(other) ? one : other)));
        return met;
    }
}
