package io.clientele.accountplan.health;

import static java.time.temporal.ChronoUnit.DAYS;

import io.clientele.accountplan.objective.ObjectiveTerms;
import io.clientele.accountplan.progress.ObjectiveStatus;
import io.clientele.accountplan.progress.Progress;
import io.clientele.accountplan.returns.ReturnSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The published formula of plan health. Pure: the same facts and day always give the same health. */
@Singleton
class HealthFormula {

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final int DIGITS = 2;

    private final Map<HealthComponent, Integer> weights;
    private final BigDecimal lag;
    private final BigDecimal hurdle;

    @Inject
    HealthFormula(HealthSettings settings, ReturnSettings returns) {
        this(settings.weights(), settings.lag(), returns.hurdle());
    }

    /**
     * @param lag part of the way progress may be behind the time gone by
     * @throws IllegalStateException when the weights do not total 100: the service does not start
     */
    HealthFormula(Map<HealthComponent, Integer> weights, BigDecimal lag, BigDecimal hurdle) {
        this.weights = Map.copyOf(weights);
        this.lag = lag;
        this.hurdle = hurdle;
        if (weights.values().stream().mapToInt(Integer::intValue).sum() != 100
                || weights.values().stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalStateException("clientele.health.weights total 100, none below 0, but are " + weights);
        }
    }

    /** The health on a day. */
    PlanHealth of(HealthFacts facts, LocalDate today) {
        List<ComponentHealth> components = new ArrayList<>();
        components.add(part(HealthComponent.OBJECTIVES, facts.objectives()));
        components.add(part(HealthComponent.SIGN_OFFS, facts.signOffs()));
        components.add(known(HealthComponent.FRESHNESS, freshness(facts, today)));
        components.add(part(HealthComponent.PREREQUISITES, facts.prerequisites()));
        components.add(part(HealthComponent.COVERAGE, facts.coverage()));
        components.add(returns(facts));
        return PlanHealth.of(components);
    }

    /**
     * Whether an objective that counts is on track: achieved; or open, not overdue, and its progress at most the lag behind
     * the time gone by. Nothing measured is no progress.
     */
    boolean onTrack(ObjectiveTerms terms, Progress progress, LocalDate today) {
        if (progress.status() != ObjectiveStatus.OPEN) {
            return progress.status() == ObjectiveStatus.ACHIEVED;
        }
        LocalDate start = terms.startOn();
        LocalDate due = terms.dueOn();
        if (start == null || due == null || !start.isBefore(due) || progress.overdue(terms, today)) {
            return false;
        }
        BigDecimal gone = BigDecimal.valueOf(Math.max(0, DAYS.between(start, today)))
                .divide(BigDecimal.valueOf(DAYS.between(start, due)), 6, RoundingMode.HALF_EVEN);
        return Objects.requireNonNullElse(progress.covered(), BigDecimal.ZERO).compareTo(gone.subtract(lag)) >= 0;
    }

    private ComponentHealth part(HealthComponent component, HealthFacts.Part part) {
        return part.all() == 0
                ? missing(component, "nothing-to-measure")
                : known(component, ratio(BigDecimal.valueOf(part.good()), BigDecimal.valueOf(part.all())));
    }

    private static BigDecimal freshness(HealthFacts facts, LocalDate today) {
        long late = Math.max(0, DAYS.between(facts.reviewDueOn(), today));
        long cadence = Math.max(1, DAYS.between(facts.reviewedOn(), facts.reviewDueOn()));
        return ratio(BigDecimal.valueOf(Math.max(0, cadence - late)), BigDecimal.valueOf(cadence));
    }

    private ComponentHealth returns(HealthFacts facts) {
        BigDecimal raroc = facts.raroc();
        if (raroc == null) {
            return missing(HealthComponent.RETURN, Objects.requireNonNullElse(facts.noReturn(), "no-capital"));
        }
        return known(HealthComponent.RETURN, hurdle.signum() <= 0 ? WHOLE : ratio(raroc, hurdle));
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal all) {
        return part.multiply(WHOLE)
                .divide(all, DIGITS, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ZERO)
                .min(WHOLE);
    }

    private ComponentHealth known(HealthComponent component, BigDecimal score) {
        return new ComponentHealth(component, weight(component), score.setScale(DIGITS, RoundingMode.HALF_EVEN), null);
    }

    private ComponentHealth missing(HealthComponent component, @Nullable String why) {
        return new ComponentHealth(component, weight(component), null, why);
    }

    private int weight(HealthComponent component) {
        return weights.getOrDefault(component, 0);
    }
}
