package io.clientele.loyalty.rules;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one version of a programme promises.
 *
 * @param termsVersion the bank's name of the terms members agreed to
 * @param currencies of points, at least one; the first is the main one
 * @param rules every rule an activity meets grants its points
 */
public record Terms(String termsVersion, List<PointsCurrency> currencies, List<EarningRule> rules) {

    /**
     * @throws ProblemException 422 {@code terms-inconsistent} when a code or key is there twice, or a rule grants a
     *     currency the terms do not have
     */
    public Terms {
        currencies = List.copyOf(currencies);
        rules = List.copyOf(rules);
        List<FieldError> findings = findings(currencies, rules);
        if (!findings.isEmpty()) {
            throw ProblemException.ruleViolated(
                    "terms-inconsistent",
                    "Currencies and rules do not fit together; each finding names the field.",
                    findings.toArray(FieldError[]::new));
        }
    }

    private static List<FieldError> findings(List<PointsCurrency> currencies, List<EarningRule> rules) {
        List<FieldError> findings = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < currencies.size(); i++) {
            if (!codes.add(currencies.get(i).code())) {
                findings.add(new FieldError("/currencies/" + i + "/code", "is there twice"));
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
        }
        return findings;
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
        return rules.stream().map(rule -> rule.judge(activity, zone)).toList();
    }
}
