package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many points an activity that meets a rule is worth. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Formula.Fixed.class, name = "FIXED"),
    @JsonSubTypes.Type(value = Formula.PerAmountStep.class, name = "PER_AMOUNT_STEP")
})
@Schema(
        description = "How many points: `FIXED` or `PER_AMOUNT_STEP`.",
        oneOf = {Formula.Fixed.class, Formula.PerAmountStep.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "FIXED", schema = Formula.Fixed.class),
            @DiscriminatorMapping(value = "PER_AMOUNT_STEP", schema = Formula.PerAmountStep.class)
        },
        examples =
                "{\"type\":\"PER_AMOUNT_STEP\",\"points\":1,\"step\":{\"amount\":\"100.00\",\"currency\":\"CZK\"},\"rounding\":\"DOWN\"}")
public sealed interface Formula {

    /** The most points one step or one activity may be promised. */
    long MAX_PROMISE = 1_000_000;

    /** The points an activity is worth, or why it is worth none. */
    Worth worth(Activity activity);

    /** The points that are due for what is left of an amount after a refund; 0 when nothing is left. */
    BigDecimal worthOf(BigDecimal amountLeft);

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
        public Worth worth(Activity activity) {
            return new Worth(BigDecimal.valueOf(points), points + " points per activity", null);
        }

        @Override
        public BigDecimal worthOf(BigDecimal amountLeft) {
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
     * @param rounding of the number of steps; {@link Rounding#DOWN} when absent: only full steps count
     */
    @Schema(
            name = "PointsPerAmountStep",
            description =
                    "`points` for each `step` of the amount; only full steps count unless another rounding is named.")
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

            @Schema(description = "Rounding of the number of steps.", defaultValue = "DOWN", examples = "DOWN")
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
            rounding = rounding == null ? Rounding.DOWN : rounding;
        }

        @Override
        public Worth worth(Activity activity) {
            BigDecimal amount = activity.number(String.valueOf(amountField));
            if (amount == null) {
                return Worth.nothing("the activity has no amount in " + amountField);
            }
            Object given = activity.data().get(String.valueOf(currencyField));
            Currency counted = step.currency();
            if (!counted.getCurrencyCode().equals(given)) {
                return Worth.nothing("the amount is in " + given + ", the rule counts " + counted);
            }
            if (amount.signum() <= 0) {
                return Worth.nothing("the amount is not above zero");
            }
            BigDecimal steps = steps(amount);
            return new Worth(
                    steps.multiply(BigDecimal.valueOf(points)),
                    steps.toPlainString() + " steps of " + step + " in " + amount.toPlainString() + ", rounded "
                            + rounding + ", " + points + " points each",
                    amount);
        }

        @Override
        public BigDecimal worthOf(BigDecimal amountLeft) {
            return amountLeft.signum() > 0 ? steps(amountLeft).multiply(BigDecimal.valueOf(points)) : BigDecimal.ZERO;
        }

        private BigDecimal steps(BigDecimal amount) {
            return amount.divide(step.amount(), 0, (rounding == null ? Rounding.DOWN : rounding).mode());
        }
    }

    private static void requirePromise(long points) {
        if (points < 1 || points > MAX_PROMISE) {
            throw new IllegalArgumentException("points are 1 to " + MAX_PROMISE);
        }
    }
}
