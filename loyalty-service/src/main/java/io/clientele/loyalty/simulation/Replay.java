package io.clientele.loyalty.simulation;

import io.clientele.loyalty.rules.Activity;
import io.clientele.loyalty.rules.Cap;
import io.clientele.loyalty.rules.EarningRule;
import io.clientele.loyalty.rules.ExpiryPolicy;
import io.clientele.loyalty.rules.MemberThen;
import io.clientele.loyalty.rules.Terms;
import io.clientele.loyalty.rules.TierScheme;
import io.clientele.loyalty.rules.Verdict;
import io.clientele.loyalty.tier.TierReplay;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one member would have earned by one set of terms: activities in the order of time, from no points and no tier on. Caps on
 * all members together are left to whoever knows all of them: such grants are told apart.
 */
final class Replay {

    private final Terms terms;
    private final ZoneId zone;
    private final @Nullable TierScheme scheme;
    private final @Nullable TierReplay tiers;
    private final Map<Spell, Long> used = new HashMap<>();
    private final Map<String, Instant> lastGrant = new HashMap<>();
    private final Map<String, Tally> tallies = new HashMap<>();
    private final List<Lot> lots = new ArrayList<>();

    /** A cap in one of its periods. */
    record Spell(String cap, Instant start) {}

    /**
     * A grant under caps on all members together.
     *
     * @param place of the rule among the terms' rules
     * @param fate what became of its points by the end
     * @param caps that bound it, by the activity's time
     */
    record Budgeted(
            Instant occurredAt, String sourceId, int place, String currency, long points, Fate fate, List<Room> caps) {}

    /** A cap's period and limit. */
    record Room(String cap, Instant start, long limit) {}

    /** What became of points by the end. */
    enum Fate {
        EXPIRED,
        PENDING,
        AVAILABLE
    }

    private static final class Lot {
        private final Activity activity;
        private final int place;
        private final Verdict verdict;
        private final long points;
        private final List<Room> budgets;
        private @Nullable Instant expiresAt;

        Lot(Activity activity, int place, Verdict verdict, long points, List<Room> budgets) {
            this.activity = activity;
            this.place = place;
            this.verdict = verdict;
            this.points = points;
            this.budgets = budgets;
            this.expiresAt = verdict.expiresAt();
        }

        /** As the ledger has it: what waits for activation does not expire. */
        Fate fateAt(Instant end) {
            Instant activatesAt = verdict.activatesAt();
            if (verdict.pending() && (activatesAt == null || activatesAt.isAfter(end))) {
                return Fate.PENDING;
            }
            return expiresAt != null && !expiresAt.isAfter(end) ? Fate.EXPIRED : Fate.AVAILABLE;
        }
    }

    Replay(Terms terms, ZoneId zone) {
        this.terms = terms;
        this.zone = zone;
        this.scheme = terms.tiers();
        this.tiers = scheme == null ? null : new TierReplay(scheme, zone);
    }

    /**
     * Something the member did.
     *
     * @param segments the member was in
     */
    void take(Activity activity, Set<UUID> segments) {
        if (!terms.mayEarn(activity)) {
            return;
        }
        Instant at = activity.occurredAt();
        MemberThen member = new MemberThen(tiers == null ? null : tiers.tierAt(at), segments);
        List<Verdict> verdicts = terms.judge(activity, member, zone);
        Set<String> earned = new java.util.HashSet<>();
        for (int place = 0; place < verdicts.size(); place++) {
            Verdict verdict = verdicts.get(place);
            if (verdict.applied()) {
                Tally tally = tallies.computeIfAbsent(verdict.currency(), currency -> new Tally());
                tally.wish(verdict.wished());
                if (grant(activity, place, verdict) && earned.add(verdict.currency())) {
                    tally.countActivity();
                }
            }
        }
    }

    private boolean grant(Activity activity, int place, Verdict verdict) {
        Instant at = activity.occurredAt();
        EarningRule rule = terms.rules().get(place);
        Instant last = lastGrant.get(rule.key());
        if (rule.coolDown() != null && last != null && at.isBefore(last.plus(rule.coolDown()))) {
            return false;
        }
        long points = verdict.granted();
        List<Room> budgets = new ArrayList<>();
        List<Spell> spells = new ArrayList<>();
        for (Cap cap : terms.countingCaps(rule.key())) {
            if (cap.scope() == Cap.Scope.PROGRAMME) {
                budgets.add(new Room(cap.key(), cap.periodStart(at, zone), cap.points()));
            } else {
                Spell spell = new Spell(cap.key(), cap.periodStart(at, zone));
                spells.add(spell);
                points = Math.min(points, Math.max(0, cap.points() - used.getOrDefault(spell, 0L)));
            }
        }
        if (points == 0) {
            return false;
        }
        long granted = points;
        spells.forEach(spell -> used.merge(spell, granted, Long::sum));
        lastGrant.put(rule.key(), at);
        lots.add(new Lot(activity, place, verdict, granted, budgets));
        renewSliding(verdict.currency(), at);
        if (tiers != null && scheme != null && scheme.currency().equals(verdict.currency())) {
            tiers.earn(at, granted);
        }
        return true;
    }

    private void renewSliding(String currency, Instant at) {
        for (Lot lot : lots) {
            Period slides = lot.verdict.slides();
            Instant expiresAt = lot.expiresAt;
            if (slides != null
                    && lot.verdict.currency().equals(currency)
                    && expiresAt != null
                    && expiresAt.isAfter(at)) {
                Instant renewed = new ExpiryPolicy.Sliding(slides).expiresAt(at, zone);
                lot.expiresAt = renewed.isAfter(expiresAt) ? renewed : expiresAt;
            }
        }
    }

    /** By currency, what was earned and what became of it until {@code end}, without what lies under caps on all members. */
    Map<String, Tally> talliesAt(Instant end) {
        lots.stream()
                .filter(lot -> lot.budgets.isEmpty())
                .forEach(lot -> tallies.computeIfAbsent(lot.verdict.currency(), currency -> new Tally())
                        .grant(lot.points, lot.fateAt(end)));
        return tallies;
    }

    /** The grants under caps on all members. */
    List<Budgeted> budgetedAt(Instant end) {
        return lots.stream()
                .filter(lot -> !lot.budgets.isEmpty())
                .map(lot -> new Budgeted(
                        lot.activity.occurredAt(),
                        lot.activity.sourceId(),
                        lot.place,
                        lot.verdict.currency(),
                        lot.points,
                        lot.fateAt(end),
                        lot.budgets))
                .toList();
    }

    /** Key of the tier at {@code end}; null for none. */
    @Nullable
    String tierAt(Instant end) {
        return tiers == null ? null : tiers.tierAt(end);
    }
}
