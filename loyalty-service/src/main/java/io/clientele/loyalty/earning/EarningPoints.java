package io.clientele.loyalty.earning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.loyalty.achievement.Achievements;
import io.clientele.loyalty.history.ActivityHistory;
import io.clientele.loyalty.ledger.Credited;
import io.clientele.loyalty.ledger.Earning;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.ledger.Ledger;
import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.programme.RunningProgrammes;
import io.clientele.loyalty.rules.Activity;
import io.clientele.loyalty.rules.MemberThen;
import io.clientele.loyalty.rules.Terms;
import io.clientele.loyalty.rules.TierScheme;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Credits what activities earn. Each is judged under the version and the state its programme had at the activity's own
 * time, earns only from the moment its client joined, and counts once per programme, whatever the number and order of its
 * deliveries.
 */
@ApplicationScoped
public class EarningPoints {

    private static final String MEMBERSHIPS = """
            SELECT id, programme_id, client_id, joined_at, suspended_at, left_at FROM member WHERE client_id = ANY (?)""";

    private static final String MEMBERSHIP = """
            SELECT id, programme_id, client_id, joined_at, suspended_at, left_at FROM member WHERE programme_id = ? AND id = ?""";

    private static final String DUE_FOR_TIERS = """
            INSERT INTO tier_due (member_id, client_id) SELECT DISTINCT d.member_id, d.client_id FROM unnest(?::uuid[], ?::text[]) AS d(member_id, client_id)
            ON CONFLICT (member_id) DO NOTHING""";

    private final RunningProgrammes programmes;
    private final MembersThen membersThen;
    private final ActivityHistory history;
    private final Achievements achievements;
    private final Ledger ledger;
    private final Sql sql;
    private final ObjectMapper json;
    private final TransactionSynchronizationRegistry transactions;

    EarningPoints(
            RunningProgrammes programmes,
            MembersThen membersThen,
            ActivityHistory history,
            Achievements achievements,
            Ledger ledger,
            Sql sql,
            ObjectMapper json,
            TransactionSynchronizationRegistry transactions) {
        this.programmes = programmes;
        this.membersThen = membersThen;
        this.history = history;
        this.achievements = achievements;
        this.ledger = ledger;
        this.sql = sql;
        this.json = json;
        this.transactions = transactions;
    }

    /**
     * What one activity of a member came to.
     *
     * @param judgement with the points granted beside those wished, where a cap left less
     * @param credited empty when nothing was earned
     */
    public record Outcome(Judgement judgement, List<Credited> credited) {}

    /** An activity and a member it may earn for, by the rules of its own time. */
    record Case(int place, RunningProgramme programme, Membership member, Activity activity) {}

    /**
     * Which of these activities, by their place in the list, may earn: a rule in force at their time counts them, and their
     * client is a member. All others cost next to nothing.
     */
    @Transactional(TxType.MANDATORY)
    public Set<Integer> mayEarn(List<Activity> activities) {
        return cases(activities).stream().map(Case::place).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Credits activities as they are reported, in their order.
     *
     * @return postings made
     */
    @Transactional(TxType.MANDATORY)
    public int earn(List<Activity> activities) {
        return credit(cases(activities));
    }

    private int credit(List<Case> cases) {
        List<Earning> earnings = new ArrayList<>();
        List<Earning> qualifying = new ArrayList<>();
        List<Case> reached = new ArrayList<>();
        List<MemberThen> then = membersThen.of(cases);
        for (int i = 0; i < cases.size(); i++) {
            Case known = cases.get(i);
            Judgement judgement = Judgement.of(known.programme(), known.member(), then.get(i), known.activity());
            if (judgement.earns()) {
                Earning earned = earning(known.programme(), known.member(), known.activity(), judgement);
                earnings.add(earned);
                if (qualifies(known.programme(), earned)) {
                    qualifying.add(earned);
                }
            }
            reached.addAll(reached(known, then.get(i), judgement));
        }
        noteForTiers(qualifying);
        int posted = earnings.isEmpty()
                ? 0
                : (int) ledger.earn(earnings).values().stream()
                        .flatMap(List::stream)
                        .filter(Credited::isPosted)
                        .count();
        return reached.isEmpty() ? posted : posted + credit(reached);
    }

    /** The activities that achievements were reached by an activity; rules of the same programme may reward them. */
    private List<Case> reached(Case known, MemberThen then, Judgement judgement) {
        RunningProgramme programme = known.programme();
        RunningProgramme.Effective version =
                programme.inForceAt(known.activity().occurredAt()).orElse(null);
        if (judgement.obstacle() != null || version == null) {
            return List.of();
        }
        List<Activity> reached = achievements.count(
                version.terms(), version.number(), holder(programme, known.member()), then, known.activity());
        if (!reached.isEmpty()) {
            history.keep(reached);
        }
        return reached.stream()
                .map(activity -> new Case(0, programme, known.member(), activity))
                .toList();
    }

    private static Holder holder(RunningProgramme programme, Membership member) {
        return new Holder(member.id(), programme.id(), member.clientId(), programme.zone());
    }

    private List<Case> cases(List<Activity> activities) {
        List<RunningProgramme> running = programmes.current();
        Set<String> clients = activities.stream()
                .filter(activity -> running.stream().anyMatch(programme -> programme.mayEarn(activity)))
                .map(Activity::clientId)
                .collect(Collectors.toUnmodifiableSet());
        if (clients.isEmpty()) {
            return List.of();
        }
        Map<UUID, Map<String, Membership>> members = memberships(clients);
        List<Case> cases = new ArrayList<>();
        for (int place = 0; place < activities.size(); place++) {
            Activity activity = activities.get(place);
            for (RunningProgramme programme : running) {
                Membership member =
                        members.getOrDefault(programme.id(), Map.of()).get(activity.clientId());
                if (member != null && programme.mayEarn(activity)) {
                    cases.add(new Case(place, programme, member, activity));
                }
            }
        }
        return cases;
    }

    private Map<UUID, Map<String, Membership>> memberships(Set<String> clients) {
        Map<UUID, Map<String, Membership>> members = new HashMap<>();
        sql.list(MEMBERSHIPS, Membership::from, Sql.texts(clients))
                .forEach(member -> members.computeIfAbsent(member.programmeId(), programme -> new HashMap<>())
                        .put(member.clientId(), member));
        return members;
    }

    /** What a member does, before it is a client's activity. */
    public record MemberActivity(
            String sourceId, String type, java.time.Instant occurredAt, Map<String, Object> data) {}

    /**
     * What an activity would earn a member: it is credited, caps and all, and taken back with the transaction in progress.
     *
     * @throws AlreadyCounted when it has earned in this programme before
     * @throws ProblemException 404
     */
    @Transactional(TxType.MANDATORY)
    public Outcome tryOut(UUID programmeId, UUID memberId, MemberActivity reported) {
        Outcome outcome = earn(programmeId, memberId, reported);
        transactions.setRollbackOnly();
        return outcome;
    }

    /**
     * Credits one activity of a member.
     *
     * @throws AlreadyCounted when it has earned in this programme before
     * @throws ProblemException 404
     */
    @Transactional(TxType.MANDATORY)
    public Outcome earn(UUID programmeId, UUID memberId, MemberActivity reported) {
        Membership member = membership(programmeId, memberId);
        RunningProgramme programme = programme(programmeId);
        Activity activity = activity(member, reported);
        history.keep(List.of(activity));
        Case known = new Case(0, programme, member, activity);
        MemberThen then = membersThen.of(List.of(known)).getFirst();
        Judgement judgement = Judgement.of(programme, member, then, activity);
        List<Case> reached = reached(known, then, judgement);
        Outcome outcome = judgement.earns() ? credited(known, judgement) : new Outcome(judgement, List.of());
        if (!reached.isEmpty()) {
            credit(reached);
        }
        return outcome;
    }

    private Outcome credited(Case known, Judgement judgement) {
        Earning earned = earning(known.programme(), known.member(), known.activity(), judgement);
        List<Credited> credited = ledger.earn(List.of(earned)).get(0);
        if (credited == null) {
            throw new AlreadyCounted();
        }
        noteForTiers(qualifies(known.programme(), earned) ? List.of(earned) : List.of());
        return new Outcome(
                judgement.limitedBy(credited),
                credited.stream().filter(Credited::isPosted).toList());
    }

    private Membership membership(UUID programmeId, UUID memberId) {
        return sql.find(MEMBERSHIP, Membership::from, programmeId, memberId).orElseThrow(ProblemException::notFound);
    }

    private RunningProgramme programme(UUID id) {
        return programmes.current().stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static Activity activity(Membership member, MemberActivity reported) {
        return new Activity(
                reported.sourceId(), member.clientId(), reported.type(), reported.occurredAt(), reported.data());
    }

    /** Members whose tier may change with what they earned are judged soon. */
    private void noteForTiers(List<Earning> qualifying) {
        if (!qualifying.isEmpty()) {
            sql.update(
                    DUE_FOR_TIERS,
                    Sql.column("uuid", qualifying, earned -> earned.holder().memberId()),
                    Sql.column("text", qualifying, earned -> earned.holder().clientId()));
        }
    }

    private static boolean qualifies(RunningProgramme programme, Earning earned) {
        TierScheme scheme = programme
                .inForceAt(earned.occurredAt())
                .map(version -> version.terms().tiers())
                .orElse(null);
        return scheme != null
                && earned.grants().stream().anyMatch(grant -> grant.currency().equals(scheme.currency()));
    }

    private Earning earning(RunningProgramme programme, Membership member, Activity activity, Judgement judgement) {
        Terms terms = programme.inForceAt(activity.occurredAt()).orElseThrow().terms();
        return new Earning(
                holder(programme, member),
                activity.sourceId(),
                activity.type(),
                activity.occurredAt(),
                Objects.requireNonNull(judgement.programmeVersion()),
                write(judgement),
                judgement.grants(terms, programme, member.id(), activity.occurredAt()),
                terms.watchesOn(activity).stream()
                        .map(watch -> new Earning.Watched(
                                watch.key(), watch.within(), watch.activityType(), watch.activities(), watch.points()))
                        .toList());
    }

    private String write(Judgement judgement) {
        try {
            return json.writeValueAsString(judgement);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
