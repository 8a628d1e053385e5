package io.clientele.loyalty.rules;

import io.clientele.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the parts of terms fit together; each finding names its field. */
final class TermsCheck {

    private final List<PointsCurrency> currencies;
    private final List<EarningRule> rules;
    private final List<Cap> caps;
    private final @Nullable TierScheme tiers;
    private final List<Stacking> stacking;
    private final List<Watch> watches;
    private final List<Achievement> achievements;
    private final List<FieldError> findings = new ArrayList<>();

    TermsCheck(
            List<PointsCurrency> currencies,
            List<EarningRule> rules,
            @Nullable List<Cap> caps,
            @Nullable TierScheme tiers,
            @Nullable List<Stacking> stacking,
            @Nullable List<Watch> watches,
            @Nullable List<Achievement> achievements) {
        this.currencies = currencies;
        this.rules = rules;
        this.caps = caps == null ? List.of() : caps;
        this.tiers = tiers;
        this.stacking = stacking == null ? List.of() : stacking;
        this.watches = watches == null ? List.of() : watches;
        this.achievements = achievements == null ? List.of() : achievements;
    }

    List<FieldError> findings() {
        Set<String> codes = onceEach("/currencies", "code", currencies, PointsCurrency::code);
        Set<String> capKeys = onceEach("/caps", "key", caps, Cap::key);
        Set<String> groups = onceEach("/stacking", "group", stacking, Stacking::group);
        onceEach("/watches", "key", watches, Watch::key);
        onceEach("/achievements", "key", achievements, Achievement::key);
        onceEach("/rules", "key", rules, EarningRule::key);
        for (int i = 0; i < caps.size(); i++) {
            require(!caps.get(i).key().equals(Verdict.COOL_DOWN), "/caps/" + i + "/key", "is not " + Verdict.COOL_DOWN);
        }
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), "/rules/" + i, codes, capKeys, groups);
        }
        for (int i = 0; i < stacking.size(); i++) {
            checkOneCurrency(stacking.get(i), "/stacking/" + i);
        }
        for (int i = 0; i < achievements.size(); i++) {
            checkTiers(achievements.get(i).condition(), "/achievements/" + i + "/condition");
        }
        if (tiers != null) {
            check(tiers, codes);
        }
        return findings;
    }

    private void check(EarningRule rule, String pointer, Set<String> codes, Set<String> capKeys, Set<String> groups) {
        require(
                codes.contains(rule.currency()),
                pointer + "/currency",
                "is one of " + codes.stream().sorted().collect(Collectors.joining(", ")));
        List<String> named = rule.caps() == null ? List.of() : rule.caps();
        for (int i = 0; i < named.size(); i++) {
            require(capKeys.contains(named.get(i)), pointer + "/caps/" + i, "is the key of a cap");
        }
        require(
                rule.stackingGroup() == null || groups.contains(rule.stackingGroup()),
                pointer + "/stackingGroup",
                "is a group of the stacking");
        if (rule.formula() instanceof Formula.Multiplier bonus) {
            require(
                    multiplies(bonus, rule),
                    pointer + "/formula/rule",
                    "is another rule of the same currency, no multiplier");
        }
        if (rule.expiryByTier() != null) {
            rule.expiryByTier().keySet().forEach(tier -> requireTier(tier, pointer + "/expiryByTier/" + tier));
        }
        checkTiers(rule.condition(), pointer + "/condition");
    }

    private void checkTiers(@Nullable Condition condition, String pointer) {
        if (condition != null) {
            condition.nodes().forEach(node -> {
                if (node.tier() != null) {
                    node.tier().forEach(tier -> requireTier(tier, pointer));
                }
            });
        }
    }

    private boolean multiplies(Formula.Multiplier bonus, EarningRule rule) {
        return rules.stream()
                .anyMatch(base -> base.key().equals(bonus.rule())
                        && base.currency().equals(rule.currency())
                        && !(base.formula() instanceof Formula.Multiplier));
    }

    private void requireTier(String tier, String pointer) {
        require(tiers != null && tiers.placeOf(tier) >= 0, pointer, "names a tier of the programme");
    }

    private void checkOneCurrency(Stacking group, String pointer) {
        long different = rules.stream()
                .filter(rule -> group.group().equals(rule.stackingGroup()))
                .map(EarningRule::currency)
                .distinct()
                .count();
        require(
                group.mode() != Stacking.Mode.BEST || different <= 1,
                pointer,
                "compares rules of one currency of points");
    }

    private void check(TierScheme scheme, Set<String> codes) {
        require(codes.contains(scheme.currency()), "/tiers/currency", "is the code of a currency of points");
        for (int i = 0; i < scheme.tiers().size(); i++) {
            Tier tier = scheme.tiers().get(i);
            require(
                    i == 0 || tier.threshold() > scheme.tiers().get(i - 1).threshold(),
                    "/tiers/tiers/" + i + "/threshold",
                    "is above the one before");
            require(scheme.placeOf(tier.key()) == i, "/tiers/tiers/" + i + "/key", "is there twice");
        }
    }

    private <T> Set<String> onceEach(String pointer, String field, List<T> things, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < things.size(); i++) {
            require(names.add(name.apply(things.get(i))), pointer + "/" + i + "/" + field, "is there twice");
        }
        return names;
    }

    private void require(boolean met, String pointer, String otherwise) {
        if (!met) {
            findings.add(new FieldError(pointer, otherwise));
        }
    }
}
