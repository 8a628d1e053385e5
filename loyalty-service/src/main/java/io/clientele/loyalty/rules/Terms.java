package io.clientele.loyalty.rules;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a programme promises.
 *
 * @param termsVersion the bank's name of the terms members agreed to
 * @param currencies of points, at least one; the first is the main one
 * @param rules every rule an activity meets grants its points
 * @param caps that rules may name; null for none
 * @param policies null for the defaults
 * @param tiers null for a programme without tiers
 * @param participation who may take part and how; null for the defaults
 */
public record Terms(
        String termsVersion,
        List<PointsCurrency> currencies,
        List<EarningRule> rules,
        @Nullable List<Cap> caps,
        @Nullable PointsPolicies policies,
        @Nullable TierScheme tiers,
        @Nullable Participation participation) {

    /**
     * @throws ProblemException 422 {@code terms-inconsistent} when a code or key is there twice, or a rule grants a
     *     currency the terms do not have
     */
    public Terms {
        currencies = List.copyOf(currencies);
        rules = List.copyOf(rules);
        caps = caps == null || caps.isEmpty() ? null : List.copyOf(caps);
        List<FieldError> findings = findings(currencies, rules, caps == null ? List.of() : caps);
        if (tiers != null) {
            findings.addAll(findings(tiers, currencies));
        }
        if (!findings.isEmpty()) {
            throw ProblemException.ruleViolated(
                    "terms-inconsistent",
                    "Currencies and rules do not fit together; each finding names the field.",
                    findings.toArray(FieldError[]::new));
        }
    }

    private static List<FieldError> findings(List<PointsCurrency> currencies, List<EarningRule> rules, List<Cap> caps) {
        List<FieldError> findings = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < currencies.size(); i++) {
            if (!codes.add(currencies.get(i).code())) {
                findings.add(new FieldError("/currencies/" + i + "/code", "is there twice"));
            }
        }
        Set<String> capKeys = new HashSet<>();
        for (int i = 0; i < caps.size(); i++) {
            if (!capKeys.add(caps.get(i).key())) {
                findings.add(new FieldError("/caps/" + i + "/key", "is there twice"));
            }
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!keys.add(rules.get(i).key())) {
                findings.add(new FieldError("/rules/" + i + "/key", "is there twice"));
            }
            if (!codes.contains(rules.get(i).currency())) {
                findings.add(new FieldError(
                        "/rules/" + i + "/currency",
                        "is one of " + codes.stream().sorted().collect(Collectors.joining(", "))));
            }
            List<String> named = rules.get(i).caps();
            for (int j = 0; named != null && j < named.size(); j++) {
                if (!capKeys.contains(named.get(j))) {
                    findings.add(new FieldError("/rules/" + i + "/caps/" + j, "is the key of a cap"));
                }
            }
        }
        return findings;
    }

    private static List<FieldError> findings(TierScheme scheme, List<PointsCurrency> currencies) {
        List<FieldError> findings = new ArrayList<>();
        if (currencies.stream().noneMatch(known -> known.code().equals(scheme.currency()))) {
            findings.add(new FieldError("/tiers/currency", "is the code of a currency of points"));
        }
        for (int i = 1; i < scheme.tiers().size(); i++) {
            if (scheme.tiers().get(i).threshold() <= scheme.tiers().get(i - 1).threshold()) {
                findings.add(new FieldError("/tiers/tiers/" + i + "/threshold", "is above the one before"));
            }
            if (scheme.placeOf(scheme.tiers().get(i).key()) != i) {
                findings.add(new FieldError("/tiers/tiers/" + i + "/key", "is there twice"));
            }
        }
        return findings;
    }

    /** Terms without caps, policies or tiers. */
    public Terms(String termsVersion, List<PointsCurrency> currencies, List<EarningRule> rules) {
        this(termsVersion, currencies, rules, null, null, null, null);
    }

    /** Codes of the currencies, the main one first. */
    public List<String> currencyCodes() {
        return currencies.stream().map(PointsCurrency::code).toList();
    }

    /** Whether any rule can grant points for the activity; cheap. */
    public boolean mayEarn(Activity activity) {
        return rules.stream().anyMatch(rule -> rule.matches(activity));
    }

    /** What each rule says about an activity, in the order of the rules. */
    public List<Verdict> judge(Activity activity, ZoneId zone) {
        return rules.stream()
                .map(rule -> rule.judge(activity, zone, capsOf(rule, cap -> cap.scope() == Cap.Scope.ACTIVITY)))
                .toList();
    }

    /** The caps of a rule that count over many activities. */
    public List<Cap> countingCaps(String ruleKey) {
        return rule(ruleKey).stream()
                .flatMap(rule -> capsOf(rule, cap -> cap.scope() != Cap.Scope.ACTIVITY).stream())
                .toList();
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
        return caps == null
                ? List.of()
                : caps.stream().filter(rule::isBoundBy).filter(which).toList();
    }
}
