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
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom we know and met, country by country, for a client and the companies under it. */
@ApplicationScoped
public class Coverage {

    /** The domiciles of each client and of the companies under it; a circle of ownership ends where it began. */
    private static final String COUNTRIES = """
            with recursive member as (
                select c.client_id as head, c.client_id from client c where c.client_id in :clients
                union
                select m.head, l.client_id from member m join ownership_link l on l.parent_id = m.client_id
                    and l.valid_from <= :now and (l.valid_to is null or l.valid_to > :now)
            )
            select distinct m.head, c.domicile from member m join client c on c.client_id = m.client_id
            where c.domicile is not null""";

    private static final String MEETINGS = """
            select cast(person.id as uuid) as who, max(r.held_on) as last
            from call_report r, jsonb_array_elements_text(r.contact_ids) as person(id)
            where r.client_id in :clients group by person.id""";

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
                .map(Coverage::person)
                .toList();
        return CoverageMatrix.of(
                countries,
                settings.requiredRoles(),
                people,
                meetings(clientId),
                LocalDate.now(clock).minusDays(settings.metWithinDays()));
    }

    /** The coverage of some clients now, by client number, as {@link #of(String)} gives it: four statements. */
    @SuppressWarnings("unchecked")
    public Map<String, CoverageMatrix> ofEach(Collection<String> clientIds) {
        Map<String, Set<String>> countries = new HashMap<>();
        entities.createNativeQuery(COUNTRIES, Tuple.class)
                .setParameter("clients", clientIds)
                .setParameter("now", clock.instant())
                .getResultStream()
                .forEach(each -> {
                    Tuple row = (Tuple) each;
                    countries
                            .computeIfAbsent(row.get("head", String.class), head -> new HashSet<>())
                            .add(row.get("domicile", String.class));
                });
        Map<String, List<CoverageMatrix.Person>> people = entities.createQuery(
                        "from Contact where clientId in :clients", Contact.class)
                .setParameter("clients", clientIds)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        Contact::clientId, Collectors.mapping(Coverage::person, Collectors.toList())));
        Map<UUID, LocalDate> met = new HashMap<>();
        entities.createNativeQuery(MEETINGS, Tuple.class)
                .setParameter("clients", clientIds)
                .getResultStream()
                .forEach(each -> {
                    Tuple row = (Tuple) each;
                    met.put(row.get("who", UUID.class), row.get("last", LocalDate.class));
                });
        LocalDate since = LocalDate.now(clock).minusDays(settings.metWithinDays());
        Map<String, CoverageMatrix> matrices = new HashMap<>();
        clientIds.forEach(client -> matrices.put(
                client,
                CoverageMatrix.of(
                        countries.getOrDefault(client, Set.of()),
                        settings.requiredRoles(),
                        people.getOrDefault(client, List.of()),
                        met,
                        since)));
        return matrices;
    }

    private static CoverageMatrix.Person person(Contact contact) {
        return new CoverageMatrix.Person(
                contact.id(), contact.terms().country(), contact.terms().decisionRole());
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
