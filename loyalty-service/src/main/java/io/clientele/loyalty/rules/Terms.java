package io.clientele.loyalty.rules;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a programme promises.
 *
 * @param termsVersion the bank's name of the terms members agreed to
 * @param currencies of points, at least one; the first is the main one
 * @param rules every rule an activity meets grants its points, unless {@code stacking} says otherwise
 * @param caps that rules may name; null for none
 * @param policies null for the defaults
 * @param tiers null for a programme without tiers
 * @param participation who may take part and how; null for the defaults
 * @param stacking how the rules of a group stack; null for no groups
 * @param watches what holds earnings for review; null for none
 * @param achievements what members can reach; null for none
 */
public record Terms(
        String termsVersion,
        List<PointsCurrency> currencies,
        List<EarningRule> rules,
        @Nullable List<Cap> caps,
        @Nullable PointsPolicies policies,
        @Nullable TierScheme tiers,
        @Nullable Participation participation,
        @Nullable List<Stacking> stacking,
        @Nullable List<Watch> watches,
        @Nullable List<Achievement> achievements) {

    /**
     * @throws ProblemException 422 {@code terms-inconsistent} when a code or key is there twice, or something names what the
     *     terms do not have
     */
    public Terms {
        currencies = List.copyOf(currencies);
        rules = List.copyOf(rules);
        caps = noneIfEmpty(caps);
        stacking = noneIfEmpty(stacking);
        watches = noneIfEmpty(watches);
        achievements = noneIfEmpty(achievements);
        List<FieldError> findings =
                new TermsCheck(currencies, rules, caps, tiers, stacking, watches, achievements).findings();
        if (!findings.isEmpty()) {
            throw ProblemException.ruleViolated(
                    "terms-inconsistent",
                    "Currencies and rules do not fit together; each finding names the field.",
                    findings.toArray(FieldError[]::new));
        }
    }

    /** Terms without caps, policies or tiers. */
    public Terms(String termsVersion, List<PointsCurrency> currencies, List<EarningRule> rules) {
        this(termsVersion, currencies, rules, null, null, null, null, null, null, null);
    }

    private static <T> @Nullable List<T> noneIfEmpty(@Nullable List<T> list) {
        return list == null || list.isEmpty() ? null : List.copyOf(list);
    }

    private static <T> Stream<T> all(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }

    /** Codes of the currencies, the main one first. */
    public List<String> currencyCodes() {
        return currencies.stream().map(PointsCurrency::code).toList();
    }

    /** Whether any rule can grant points for the activity; cheap. */
    public boolean mayEarn(Activity activity) {
        return rules.stream().anyMatch(rule -> rule.matches(activity));
    }

    /** Whether the activity can grant points or count for an achievement; cheap. */
    public boolean mayCount(Activity activity) {
        return mayEarn(activity) || all(achievements).anyMatch(achievement -> achievement.matches(activity));
    }

    /** What members can reach. */
    public List<Achievement> achievementsOrNone() {
        return achievements == null ? List.of() : achievements;
    }

    /** Types of activity that rules count. */
    public Set<String> activityTypes() {
        return rules.stream().map(EarningRule::activityType).collect(Collectors.toUnmodifiableSet());
    }

    /** The segments that conditions name. */
    public Set<UUID> segments() {
        return conditions().map(Condition::segment).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether what is earned depends on the member's tier. */
    public boolean dependsOnTier() {
        return rules.stream().anyMatch(rule -> rule.expiryByTier() != null)
                || conditions().anyMatch(condition -> condition.tier() != null);
    }

    private Stream<Condition> conditions() {
        return Stream.concat(
                        rules.stream().map(EarningRule::condition),
                        all(achievements).map(Achievement::condition))
                .filter(Objects::nonNull)
                .flatMap(Condition::nodes);
    }

    /** What each rule says about an activity of that member, in the order of the rules. */
    public List<Verdict> judge(Activity activity, MemberThen member, ZoneId zone) {
        Map<String, Verdict> said = new HashMap<>();
        Stream.of(false, true)
                .flatMap(bonus -> rules.stream().filter(rule -> bonus == rule.formula() instanceof Formula.Multiplier))
                .forEach(rule -> said.put(
                        rule.key(),
                        rule.judge(
                                activity, member, zone, said, capsOf(rule, cap -> cap.scope() == Cap.Scope.ACTIVITY))));
        List<Verdict> verdicts = rules.stream()
                .map(rule -> Objects.requireNonNull(said.get(rule.key())))
                .toList();
        for (Stacking group : all(stacking).toList()) {
            verdicts = group.applyTo(
                    verdicts,
                    rules.stream()
                            .filter(rule -> group.group().equals(rule.stackingGroup()))
                            .map(EarningRule::key)
                            .toList());
        }
        return verdicts;
    }

    /** The points a rule grants for what is left of an amount after a refund; 0 when nothing is left. */
    public BigDecimal worthOf(EarningRule rule, BigDecimal amountLeft) {
        return rule.formula().worthOf(amountLeft, key -> rule(key).orElseThrow().formula());
    }

    /** The caps of a rule that count over many activities. */
    public List<Cap> countingCaps(String ruleKey) {
        return rule(ruleKey).stream()
                .flatMap(rule -> capsOf(rule, cap -> cap.scope() != Cap.Scope.ACTIVITY).stream())
                .toList();
    }

    /** What looks at such activity. */
    public List<Watch> watchesOn(Activity activity) {
        return all(watches).filter(watch -> watch.looksAt(activity)).toList();
    }

    /** The rule of that key. */
    public Optional<EarningRule> rule(String key) {
        return rules.stream().filter(rule -> rule.key().equals(key)).findFirst();
    }

    /** How points are corrected, returned and shared. */
    public PointsPolicies policiesOrDefaults() {
        return policies == null ? PointsPolicies.DEFAULTS : policies;
    }

    /** Who may take part and how. */
    public Participation participationOrDefaults() {
        return participation == null ? Participation.DEFAULTS : participation;
    }

    private List<Cap> capsOf(EarningRule rule, Predicate<Cap> which) {
        return all(caps).filter(rule::isBoundBy).filter(which).toList();
    }
}
