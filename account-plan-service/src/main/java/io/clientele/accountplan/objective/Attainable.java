package io.clientele.accountplan.objective;

import static java.time.temporal.ChronoUnit.DAYS;

import io.clientele.contracts.Money;
import io.clientele.contracts.accountplans.Direction;
import io.clientele.contracts.accountplans.SmartCriterion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <b>A</b>ttainable: the growth the target implies is at most a multiple of the growth so far, or what is to be won, in
 * money, is at most the headroom of the client's wallet with the product line in that country.
 *
 * <p>Both are simple growth per day, relative to where they start: implied = (target - baseline) / |baseline| / days from
 * start to due; so far = (baseline - history) / |history| / days from history to baseline; each counted in the direction
 * of the objective, growth the other way as none. They are compared by cross-multiplication, so exactly. From a baseline
 * or history of zero no growth can be told.
 */
final class Attainable implements Letter {

    private static final String REMEDY = " Lower the target, or justify it and have a second person accept that.";

    private final BigDecimal multiple;

    /** @param multiple how many times the growth so far is still within reach */
    Attainable(BigDecimal multiple) {
        this.multiple = multiple;
    }

    @Override
    public SmartCriterion criterion() {
        return SmartCriterion.ATTAINABLE;
    }

    @Override
    public List<Finding> findings(ObjectiveTerms terms, Surroundings around) {
        List<Finding> growth = growthFindings(terms);
        if (growth.isEmpty()) {
            return growth;
        }
        Money headroom = headroom(terms, around);
        BigDecimal gain = gain(terms);
        if (headroom == null || gain == null) {
            return growth;
        }
        if (gain.compareTo(headroom.amount()) <= 0) {
            return List.of();
        }
        List<Finding> both = new ArrayList<>(growth);
        both.add(new Finding(
                "headroom-exceeded", "/target", "The wallet has room for " + headroom + " more there." + REMEDY));
        return both;
    }

    /** What is to be won in a year, in the currency of the unit; null where the unit is no money or nothing is to be won. */
    private static @Nullable BigDecimal gain(ObjectiveTerms terms) {
        MoneyUnit unit = MoneyUnit.of(terms.unit());
        Measurement baseline = terms.baseline();
        return unit == null || baseline == null || terms.target() == null || terms.direction() != Direction.INCREASE
                ? null
                : unit.amount(terms.target().subtract(baseline.value()));
    }

    private static @Nullable Money headroom(ObjectiveTerms terms, Surroundings around) {
        MoneyUnit unit = MoneyUnit.of(terms.unit());
        return unit == null || terms.productLine() == null || terms.geography() == null
                ? null
                : around.headroom().of(terms.productLine(), terms.geography(), unit.currency());
    }

    private List<Finding> growthFindings(ObjectiveTerms terms) {
        Measurement baseline = terms.baseline();
        Direction direction = terms.direction();
        if (baseline == null || terms.target() == null || direction == null) {
            return List.of(new Finding(
                    "growth-unknown", "/target", "Without baseline, target and direction growth cannot be judged."));
        }
        Growth implied = Growth.between(baseline.value(), terms.startOn(), terms.target(), terms.dueOn(), direction);
        if (implied == null) {
            return List.of(new Finding(
                    "growth-unknown",
                    "/baseline",
                    "From zero, or without start and due, growth cannot be told." + REMEDY));
        }
        Measurement history = terms.history();
        Growth soFar = history == null
                ? null
                : Growth.between(history.value(), history.on(), baseline.value(), baseline.on(), direction);
        if (soFar == null) {
            return List.of(new Finding(
                    "history-missing",
                    "/history",
                    "Give an earlier measurement than the baseline, not zero." + REMEDY));
        }
        if (implied.exceeds(soFar, multiple)) {
            return List.of(new Finding(
                    "growth-above-history",
                    "/target",
                    "The target asks for more than " + multiple.toPlainString() + " times the growth so far."
                            + REMEDY));
        }
        return List.of();
    }

    /**
     * Growth as a fraction that is never divided out.
     *
     * @param gain how far the value moved in the wanted direction, at least zero
     * @param base what it is relative to and over how many days, positive
     */
    private record Growth(BigDecimal gain, BigDecimal base) {

        static @Nullable Growth between(
                BigDecimal from,
                @Nullable LocalDate fromDay,
                BigDecimal to,
                @Nullable LocalDate toDay,
                Direction direction) {
            if (fromDay == null || toDay == null || !fromDay.isBefore(toDay) || from.signum() == 0) {
                return null;
            }
            BigDecimal movement = direction == Direction.INCREASE ? to.subtract(from) : from.subtract(to);
            return new Growth(
                    movement.max(BigDecimal.ZERO),
                    from.abs().multiply(BigDecimal.valueOf(DAYS.between(fromDay, toDay))));
        }

        boolean exceeds(Growth other, BigDecimal times) {
            return gain.multiply(other.base).compareTo(other.gain.multiply(base).multiply(times)) > 0;
        }
    }
}
