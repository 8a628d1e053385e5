package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many points an activity that meets a rule is worth. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Formula.Fixed.class, name = "FIXED"),
    @JsonSubTypes.Type(value = Formula.PerAmountStep.class, name = "PER_AMOUNT_STEP"),
    @JsonSubTypes.Type(value = Formula.TieredRate.class, name = "TIERED_RATE"),
    @JsonSubTypes.Type(value = Formula.Multiplier.class, name = "MULTIPLIER")
})
@Schema(
        description =
                "How many points: `FIXED`, `PER_AMOUNT_STEP`, `TIERED_RATE` by parts of the amount, or `MULTIPLIER` of what another rule grants.",
        oneOf = {Formula.Fixed.class, Formula.PerAmountStep.class, Formula.TieredRate.class, Formula.Multiplier.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "FIXED", schema = Formula.Fixed.class),
            @DiscriminatorMapping(value = "PER_AMOUNT_STEP", schema = Formula.PerAmountStep.class),
            @DiscriminatorMapping(value = "TIERED_RATE", schema = Formula.TieredRate.class),
            @DiscriminatorMapping(value = "MULTIPLIER", schema = Formula.Multiplier.class)
        },
        examples =
                "{\"type\":\"PER_AMOUNT_STEP\",\"points\":1,\"step\":{\"amount\":\"100.00\",\"currency\":\"CZK\"},\"rounding\":\"DOWN\"}")
public sealed interface Formula {

    /** The most points one step or one activity may be promised. */
    long MAX_PROMISE = 1_000_000;

    /**
     * The points an activity is worth, or why it is worth none.
     *
     * @param said what the rules judged before say, by their key
     */
    Worth worth(Activity activity, Map<String, Verdict> said);

    /**
     * The points that are due for what is left of an amount after a refund; 0 when nothing is left.
     *
     * @param formulas of all rules, by their key
     */
    BigDecimal worthOf(BigDecimal amountLeft, Function<String, Formula> formulas);

    /**
     * What a formula says.
     *
     * @param points 0 or more, not yet bounded by what the ledger takes
     * @param reason how they came about, or why there are none
     * @param amount that was counted; null when none was
     */
    record Worth(BigDecimal points, String reason, @Nullable BigDecimal amount) {

        static Worth nothing(String reason) {
            return new Worth(BigDecimal.ZERO, reason, null);
        }
    }

    /**
     * The same points for every activity.
     *
     * @param points 1 to {@value #MAX_PROMISE}
     */
    @Schema(name = "FixedPoints", description = "The same points for every activity.")
    record Fixed(
            @Schema(minimum = "1", maximum = "1000000", examples = "50")
            long points) implements Formula {

        public Fixed {
            requirePromise(points);
        }

        @Override
        public Worth worth(Activity activity, Map<String, Verdict> said) {
            return new Worth(BigDecimal.valueOf(points), points + " points per activity", null);
        }

        @Override
        public BigDecimal worthOf(BigDecimal amountLeft, Function<String, Formula> formulas) {
            return amountLeft.signum() > 0 ? BigDecimal.valueOf(points) : BigDecimal.ZERO;
        }
    }

    /**
     * Points per step of an amount: {@code round(amount / step) * points}. Amounts of zero or less are worth nothing.
     *
     * @param points per step, 1 to {@value #MAX_PROMISE}
     * @param step above zero; an amount in another currency is worth nothing
     * @param amountField field of the activity that holds the amount; {@code amount} when absent
     * @param currencyField field that holds its currency; {@code currency} when absent
     * @param rounding of the number of steps; {@link Rounding#HALF_EVEN} when absent
     */
    @Schema(
            name = "PointsPerAmountStep",
            description =
                    "`points` for each `step` of the amount, the number of steps rounded half-even unless another rounding is named.")
    record PerAmountStep(
            @Schema(description = "Points per step.", minimum = "1", maximum = "1000000", examples = "1")
            long points,

            @Schema(description = "The step; an amount in another currency earns nothing.")
            Money step,

            @Schema(
                    description = "Field of the activity that holds the amount.",
                    defaultValue = "amount",
                    examples = "amount")
            @Nullable
            String amountField,

            @Schema(
                    description = "Field of the activity that holds the amount's currency.",
                    defaultValue = "currency",
                    examples = "currency")
            @Nullable
            String currencyField,

            @Schema(description = "Rounding of the number of steps.", defaultValue = "HALF_EVEN", examples = "DOWN")
            @Nullable
            Rounding rounding)
            implements Formula {

        /**
         * @throws IllegalArgumentException when points or step are out of range
         */
        public PerAmountStep {
            requirePromise(points);
            if (step == null || step.amount().signum() <= 0) {
                throw new IllegalArgumentException("step is an amount above zero");
            }
            amountField = amountField == null ? "amount" : amountField;
            currencyField = currencyField == null ? "currency" : currencyField;
            rounding = Rounding.orDefault(rounding);
        }

        @Override
        public Worth worth(Activity activity, Map<String, Verdict> said) {
            Counted counted = Counted.of(activity, amountField, currencyField, step.currency());
            BigDecimal amount = counted.amount();
            if (amount == null) {
                return Worth.nothing(counted.reason());
            }
            BigDecimal steps = steps(amount);
            return new Worth(
                    steps.multiply(BigDecimal.valueOf(points)),
                    steps.toPlainString() + " steps of " + step + " in " + amount.toPlainString() + ", rounded "
                            + rounding + ", " + points + " points each",
                    amount);
        }

        @Override
        public BigDecimal worthOf(BigDecimal amountLeft, Function<String, Formula> formulas) {
            return amountLeft.signum() > 0 ? steps(amountLeft).multiply(BigDecimal.valueOf(points)) : BigDecimal.ZERO;
        }

        private BigDecimal steps(BigDecimal amount) {
            return amount.divide(step.amount(), 0, Rounding.orDefault(rounding).mode());
        }
    }

    /**
     * Points per step of an amount by parts: what lies between two thresholds counts by the rate of the lower one, as with a
     * progressive tax. {@code round(sum of part / step * points)}.
     *
     * @param step above zero; an amount in another currency is worth nothing
     * @param rates by rising threshold, at most 20; what lies below the first is worth nothing
     * @param amountField field of the activity that holds the amount; {@code amount} when absent
     * @param currencyField field that holds its currency; {@code currency} when absent
     * @param rounding of the points; {@link Rounding#HALF_EVEN} when absent
     */
    @Schema(
            name = "TieredRate",
            description =
                    "Points per `step` by parts of the amount: what lies between two thresholds counts by the rate of the lower one.")
    record TieredRate(
            Money step,
            List<Rate> rates,
            @Schema(examples = "amount") @Nullable String amountField,
            @Schema(examples = "currency") @Nullable String currencyField,
            @Nullable Rounding rounding)
            implements Formula {

        /**
         * The points per step from a threshold on.
         *
         * @param from first amount that counts by this rate, 0 or more
         * @param points per step, 0 to {@value Formula#MAX_PROMISE}
         */
        @Schema(name = "Rate", examples = "{\"from\":1000,\"points\":2}")
        public record Rate(
                @Schema(examples = "1000") BigDecimal from,
                @Schema(examples = "2") long points) {

            public Rate {
                if (from == null || from.signum() < 0 || points < 0 || points > MAX_PROMISE) {
                    throw new IllegalArgumentException("from is 0 or more, points are 0 to " + MAX_PROMISE);
                }
            }
        }

        /**
         * @throws IllegalArgumentException when step or rates are out of range or order
         */
        public TieredRate {
            if (step == null || step.amount().signum() <= 0) {
                throw new IllegalArgumentException("step is an amount above zero");
            }
            if (rates == null || rates.isEmpty() || rates.size() > 20) {
                throw new IllegalArgumentException("rates are 1 to 20");
            }
            rates = List.copyOf(rates);
            for (int i = 1; i < rates.size(); i++) {
                if (rates.get(i).from().compareTo(rates.get(i - 1).from()) <= 0) {
                    throw new IllegalArgumentException("each rate begins above the one before");
                }
            }
            amountField = amountField == null ? "amount" : amountField;
            currencyField = currencyField == null ? "currency" : currencyField;
            rounding = Rounding.orDefault(rounding);
        }

        @Override
        public Worth worth(Activity activity, Map<String, Verdict> said) {
            Counted counted = Counted.of(activity, amountField, currencyField, step.currency());
            BigDecimal amount = counted.amount();
            if (amount == null) {
                return Worth.nothing(counted.reason());
            }
            return new Worth(
                    points(amount),
                    amount.toPlainString() + " by " + rates.size() + " rates per " + step + ", rounded " + rounding,
                    amount);
        }

        @Override
        public BigDecimal worthOf(BigDecimal amountLeft, Function<String, Formula> formulas) {
            return amountLeft.signum() > 0 ? points(amountLeft) : BigDecimal.ZERO;
        }

        private BigDecimal points(BigDecimal amount) {
            BigDecimal weighed = BigDecimal.ZERO;
            for (int i = 0; i < rates.size(); i++) {
                BigDecimal to = i + 1 < rates.size() ? rates.get(i + 1).from().min(amount) : amount;
                BigDecimal part = to.subtract(rates.get(i).from()).max(BigDecimal.ZERO);
                weighed = weighed.add(
                        part.multiply(BigDecimal.valueOf(rates.get(i).points())));
            }
            return weighed.divide(step.amount(), 0, Rounding.orDefault(rounding).mode());
        }
    }

    /**
     * A bonus on what another rule grants: {@code round((factor - 1) * points)} beside that rule's own points, so that a bonus
     * has its own expiry, caps and line in the books.
     *
     * @param rule key of the rule, itself no multiplier and of the same currency; caps on one activity count, those over many do
     *     not
     * @param factor above 1, at most 1,000: 2 doubles
     * @param rounding of the points; {@link Rounding#HALF_EVEN} when absent
     */
    @Schema(
            name = "Multiplier",
            description =
                    "A bonus of `factor` - 1 times the points another rule grants, beside that rule's own points.",
            examples = "{\"type\":\"MULTIPLIER\",\"rule\":\"household-payments\",\"factor\":2}")
    record Multiplier(
            @Schema(examples = "household-payments") String rule,
            @Schema(examples = "2") BigDecimal factor,
            @Nullable Rounding rounding)
            implements Formula {

        private static final BigDecimal LARGEST = BigDecimal.valueOf(1000);

        /**
         * @throws IllegalArgumentException when it adds nothing, or too much
         */
        public Multiplier {
            if (rule == null
                    || factor == null
                    || factor.compareTo(BigDecimal.ONE) <= 0
                    || factor.compareTo(LARGEST) > 0) {
                throw new IllegalArgumentException("rule names a rule, factor is above 1 and at most " + LARGEST);
            }
            rounding = Rounding.orDefault(rounding);
        }

        @Override
        public Worth worth(Activity activity, Map<String, Verdict> said) {
            Verdict base = said.get(rule);
            if (base == null || !base.applied()) {
                return Worth.nothing("rule " + rule + " grants nothing to multiply");
            }
            return new Worth(
                    bonus(BigDecimal.valueOf(base.granted())),
                    "bonus to " + factor.toPlainString() + " times the " + base.granted() + " points of rule " + rule
                            + ", rounded " + rounding,
                    base.amount());
        }

        @Override
        public BigDecimal worthOf(BigDecimal amountLeft, Function<String, Formula> formulas) {
            return bonus(formulas.apply(rule).worthOf(amountLeft, formulas));
        }

        private BigDecimal bonus(BigDecimal points) {
            return factor.subtract(BigDecimal.ONE)
                    .multiply(points)
                    .setScale(0, Rounding.orDefault(rounding).mode());
        }
    }

    /**
     * The amount of an activity that a formula counts.
     *
     * @param amount above zero; null when there is none to count
     * @param reason why there is none
     */
    record Counted(@Nullable BigDecimal amount, String reason) {

        static Counted of(
                Activity activity, @Nullable String amountField, @Nullable String currencyField, Currency counted) {
            BigDecimal amount = activity.number(String.valueOf(amountField));
            if (amount == null) {
                return new Counted(null, "the activity has no amount in " + amountField);
            }
            Object given = activity.data().get(String.valueOf(currencyField));
            if (!counted.getCurrencyCode().equals(given)) {
                return new Counted(null, "the amount is in " + given + ", the rule counts " + counted);
            }
            return amount.signum() > 0 ? new Counted(amount, "") : new Counted(null, "the amount is not above zero");
        }
    }

    private static void requirePromise(long points) {
        if (points < 1 || points > MAX_PROMISE) {
            throw new IllegalArgumentException("points are 1 to " + MAX_PROMISE);
        }
    }
}
