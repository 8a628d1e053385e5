package io.clientele.loyalty.onboarding;

import io.clientele.contracts.loyalty.MemberEnrolled;
import io.clientele.contracts.loyalty.TierChangeReason;
import io.clientele.loyalty.ledger.Corrections;
import io.clientele.loyalty.ledger.Corrections.Imported;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.programme.ProgrammeState;
import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.programme.RunningProgrammes;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.loyalty.tier.GrantingTiers;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Takes members, tiers and points over from another system, many at a time: a few statements, however many there are. What
 * is there already stays as it is, so the same again changes nothing.
 */
@ApplicationScoped
public class TakingOver {

    private static final String KNOWN = "SELECT client_id FROM client WHERE client_id = ANY (?)";

    private static final String ENROL = """
            WITH enrolled AS (
                INSERT INTO member (id, programme_id, client_id, state, joined_at, enrolled_on, enrolled_by, terms_version, terms_accepted_at, version)
                SELECT uuidv7(), t.programme_id, t.client_id, 'ACTIVE', t.joined_at, t.joined_on, ?, t.terms, CASE WHEN t.terms IS NOT NULL THEN ?::timestamptz END, 0
                FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::date[], ?::text[]) AS t(programme_id, client_id, joined_at, joined_on, terms)
                ON CONFLICT ON CONSTRAINT member_client_uq DO NOTHING
                RETURNING id, programme_id, client_id, state, joined_at, enrolled_on, enrolled_by),
            noted AS (
                INSERT INTO member_state_change (member_id, number, state, since, actor)
                SELECT e.id, 0, e.state, e.joined_at, e.enrolled_by FROM enrolled e)
            SELECT id, programme_id, client_id, enrolled_on FROM enrolled""";

    private static final String MEMBERS = """
            SELECT m.id, m.programme_id, m.client_id, m.state FROM member m
            JOIN unnest(?::uuid[], ?::text[]) AS t(programme_id, client_id) ON m.programme_id = t.programme_id AND m.client_id = t.client_id""";

    private static final String PROPOSE = """
            INSERT INTO adjustment (id, programme_id, member_id, client_id, currency, points, reason, reference, expires_on, state, proposed_by,
                proposed_at, import_id, version)
            SELECT t.id, t.programme_id, t.member_id, t.client_id, t.currency, t.points, 'MIGRATION', t.reference, t.expires_on, 'PROPOSED', ?, ?, ?, 0
            FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::date[])
                AS t(id, programme_id, member_id, client_id, currency, points, reference, expires_on)
            ON CONFLICT (programme_id, reference) WHERE import_id IS NOT NULL DO NOTHING
            RETURNING id""";

    private static final String POSTED = """
            UPDATE adjustment a SET state = 'POSTED', transaction_id = t.posting FROM unnest(?::uuid[], ?::uuid[]) AS t(id, posting) WHERE a.id = t.id""";

    private final RunningProgrammes programmes;
    private final Corrections corrections;
    private final GrantingTiers tiers;
    private final Sql sql;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    TakingOver(
            RunningProgrammes programmes,
            Corrections corrections,
            GrantingTiers tiers,
            Sql sql,
            Events events,
            CurrentWork work,
            Clock clock) {
        this.programmes = programmes;
        this.corrections = corrections;
        this.tiers = tiers;
        this.sql = sql;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What became of takeovers, by their place in the list.
     *
     * @param changed those that changed something
     */
    public record Outcome(BitSet changed, Map<Integer, ProblemException> refused) {}

    private record Key(UUID programme, String client) {}

    private record Member(UUID id, Key key, String state) {

        static Member from(Row row) {
            return new Member(
                    row.uuid("id"), new Key(row.uuid("programme_id"), row.text("client_id")), row.text("state"));
        }
    }

    private record Case(int place, Takeover takeover, RunningProgramme programme) {

        Key key() {
            return new Key(programme.id(), takeover.clientId());
        }
    }

    /**
     * Takes over what can be taken over.
     *
     * @param importId kept with the points
     */
    @Transactional(TxType.MANDATORY)
    public Outcome take(UUID importId, List<Takeover> takeovers) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<Integer, ProblemException> refused = new HashMap<>();
        List<Case> cases = admitted(takeovers, now, refused);
        BitSet changed = new BitSet();
        Set<Key> enrolled = enrol(cases, now);
        Map<Key, Member> members = members(cases);
        cases.removeIf(each -> {
            boolean left =
                    Objects.requireNonNull(members.get(each.key())).state().equals("LEFT");
            if (left) {
                refused.put(each.place(), refusal("member-left", "/clientId", "is of a client who left the programme"));
            }
            return left;
        });
        cases.stream().filter(each -> enrolled.remove(each.key())).forEach(each -> changed.set(each.place()));
        giveTiers(cases, members, changed);
        credit(importId, cases, members, changed, now);
        return new Outcome(changed, refused);
    }

    private List<Case> admitted(List<Takeover> takeovers, Instant now, Map<Integer, ProblemException> refused) {
        Map<UUID, RunningProgramme> running =
                programmes.current().stream().collect(Collectors.toMap(RunningProgramme::id, each -> each));
        Set<String> known = new HashSet<>(sql.list(
                KNOWN,
                row -> row.text("client_id"),
                Sql.texts(takeovers.stream().map(Takeover::clientId).distinct().toList())));
        List<Case> cases = new ArrayList<>();
        for (int place = 0; place < takeovers.size(); place++) {
            Takeover takeover = takeovers.get(place);
            RunningProgramme programme = running.get(takeover.programmeId());
            ProblemException obstacle = obstacle(takeover, programme, known, now);
            if (obstacle == null) {
                cases.add(new Case(place, takeover, Objects.requireNonNull(programme)));
            } else {
                refused.put(place, obstacle);
            }
        }
        return cases;
    }

    private @Nullable ProblemException obstacle(
            Takeover takeover, @Nullable RunningProgramme programme, Set<String> known, Instant now) {
        if (programme == null || programme.states().getFirst().state() != ProgrammeState.ACTIVE) {
            return refusal("programme-not-active", "/programmeId", "is an active programme");
        }
        if (!known.contains(takeover.clientId())) {
            return refusal("client-unknown", "/clientId", "is not known");
        }
        LocalDate today = today(programme, now);
        if (takeover.joinedOn() != null && takeover.joinedOn().isAfter(today)) {
            return refusal("invalid-field", "/joinedOn", "is today or before");
        }
        if (takeover.tier() != null && !tiers.grantable(programme).contains(takeover.tier())) {
            return refusal("tier-unknown", "/tier", "is the key of a tier of the programme");
        }
        Takeover.Points points = takeover.points();
        if (points == null) {
            return null;
        }
        if (!programme.inForceAt(now).orElseThrow().terms().currencyCodes().contains(points.currency())) {
            return refusal("currency-unknown", "/currency", "is a currency of the programme");
        }
        if (points.earnedOn() != null && points.earnedOn().isAfter(today)) {
            return refusal("invalid-field", "/earnedOn", "is today or before");
        }
        if (points.expiresOn() != null && points.expiresOn().isBefore(today)) {
            return refusal("invalid-field", "/expiresOn", "is today or later");
        }
        return null;
    }

    private static ProblemException refusal(String code, String pointer, String allowed) {
        return ProblemException.ruleViolated(
                code, "The line does not fit the programme.", new FieldError(pointer, allowed));
    }

    private Set<Key> enrol(List<Case> cases, Instant now) {
        Map<Key, Case> firsts = new LinkedHashMap<>();
        cases.forEach(each -> firsts.putIfAbsent(each.key(), each));
        Collection<Case> each = firsts.values();
        Set<Key> enrolled = new HashSet<>();
        List<MemberEnrolled> told = sql.list(
                ENROL,
                row -> {
                    enrolled.add(new Key(row.uuid("programme_id"), row.text("client_id")));
                    return new MemberEnrolled(
                            row.uuid("id"),
                            row.uuid("programme_id"),
                            row.text("client_id"),
                            null,
                            row.date("enrolled_on"),
                            now,
                            work.caller().id(),
                            "/v1/loyalty-programmes/" + row.uuid("programme_id") + "/members/" + row.uuid("id"));
                },
                work.caller().id(),
                now,
                Sql.column("uuid", each, one -> one.programme().id()),
                Sql.column("text", each, one -> one.takeover().clientId()),
                Sql.column("timestamptz", each, one -> joinedAt(one, now)),
                Sql.column("date", each, one -> joinedOn(one, now)),
                Sql.column("text", each, one -> one.takeover().acceptedTerms()));
        events.publishAll(told);
        return enrolled;
    }

    private static Instant joinedAt(Case each, Instant now) {
        LocalDate day = each.takeover().joinedOn();
        return day == null ? now : startOf(day, each.programme().zone());
    }

    private static LocalDate joinedOn(Case each, Instant now) {
        LocalDate day = each.takeover().joinedOn();
        return day == null ? today(each.programme(), now) : day;
    }

    private static LocalDate today(RunningProgramme programme, Instant now) {
        return now.atZone(programme.zone()).toLocalDate();
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Map<Key, Member> members(List<Case> cases) {
        return sql
                .list(
                        MEMBERS,
                        Member::from,
                        Sql.column("uuid", cases, each -> each.programme().id()),
                        Sql.column("text", cases, each -> each.takeover().clientId()))
                .stream()
                .collect(Collectors.toMap(Member::key, each -> each, (one, same) -> one));
    }

    private void giveTiers(List<Case> cases, Map<Key, Member> members, BitSet changed) {
        Map<RunningProgramme, Map<UUID, Case>> byProgramme = new LinkedHashMap<>();
        cases.stream()
                .filter(each -> each.takeover().tier() != null)
                .forEach(each -> byProgramme
                        .computeIfAbsent(each.programme(), programme -> new LinkedHashMap<>())
                        .put(Objects.requireNonNull(members.get(each.key())).id(), each));
        byProgramme.forEach((programme, given) -> tiers.grant(
                        programme,
                        given.entrySet().stream()
                                .map(each -> new GrantingTiers.Grant(
                                        each.getKey(),
                                        each.getValue().takeover().clientId(),
                                        Objects.requireNonNull(
                                                each.getValue().takeover().tier()),
                                        each.getValue().takeover().tierUntil()))
                                .toList(),
                        TierChangeReason.IMPORTED)
                .forEach(member ->
                        changed.set(Objects.requireNonNull(given.get(member)).place())));
    }

    private void credit(UUID importId, List<Case> cases, Map<Key, Member> members, BitSet changed, Instant now) {
        Map<UUID, Case> proposed = new LinkedHashMap<>();
        cases.stream()
                .filter(each -> each.takeover().points() != null)
                .forEach(each -> proposed.put(UuidVersion7Strategy.INSTANCE.generateUuid(null), each));
        if (proposed.isEmpty()) {
            return;
        }
        Collection<Case> lines = proposed.values();
        Set<UUID> fresh = new HashSet<>(sql.list(
                PROPOSE,
                row -> row.uuid("id"),
                work.caller().id(),
                now,
                importId,
                Sql.column("uuid", proposed.keySet(), id -> id),
                Sql.column("uuid", lines, each -> each.programme().id()),
                Sql.column("uuid", lines, each -> memberOf(each, members)),
                Sql.column("text", lines, each -> each.takeover().clientId()),
                Sql.column("text", lines, each -> points(each).currency()),
                Sql.column("int8", lines, each -> points(each).points()),
                Sql.column("text", lines, each -> points(each).reference()),
                Sql.column("date", lines, each -> points(each).expiresOn())));
        proposed.keySet().retainAll(fresh);
        if (proposed.isEmpty()) {
            return;
        }
        Map<UUID, UUID> postings = corrections.importPoints(proposed.entrySet().stream()
                .map(each -> imported(each.getKey(), each.getValue(), members, now))
                .toList());
        sql.update(
                POSTED,
                Sql.column("uuid", postings.keySet(), id -> id),
                Sql.column("uuid", postings.values(), id -> id));
        lines.forEach(each -> changed.set(each.place()));
    }

    private static Imported imported(UUID adjustment, Case each, Map<Key, Member> members, Instant now) {
        Takeover.Points points = points(each);
        ZoneId zone = each.programme().zone();
        LocalDate expiresOn = points.expiresOn();
        return new Imported(
                adjustment,
                new Holder(
                        memberOf(each, members),
                        each.programme().id(),
                        each.takeover().clientId(),
                        zone),
                points.currency(),
                points.points(),
                points.reference(),
                each.programme().inForceAt(now).orElseThrow().number(),
                points.earnedOn() == null ? now : startOf(points.earnedOn(), zone),
                expiresOn == null ? null : startOf(expiresOn.plusDays(1), zone));
    }

    private static UUID memberOf(Case each, Map<Key, Member> members) {
        return Objects.requireNonNull(members.get(each.key())).id();
    }

    private static Takeover.Points points(Case each) {
        return Objects.requireNonNull(each.takeover().points());
    }
}
