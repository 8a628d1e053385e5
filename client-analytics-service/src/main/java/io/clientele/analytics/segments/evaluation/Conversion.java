package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Converts amounts of activities by the rates for the day they happened, in the bank's time zone, or for one stated day.
 */
record Conversion(Rates rates, ZoneId zone) {

    private static final String CURRENCY = "currency";

    static Conversion by(Inputs inputs) {
        return new Conversion(inputs.references().rates(), inputs.zone());
    }

    /**
     * An amount in the currency asked for, or why it cannot be had.
     *
     * @param amount null exactly when there is an error
     */
    record Converted(@Nullable BigDecimal amount, @Nullable String error) {}

    /** The currency an activity states; null when it states none. */
    static @Nullable String currencyOf(Activity activity) {
        return activity.fields().get(CURRENCY) instanceof Value.Text(String code) ? code : null;
    }

    /** The {@code amount} of an activity in {@code wanted}, by the rates for {@code ratesOn} (null = for its own day). */
    Converted convert(Activity activity, BigDecimal amount, Currency wanted, @Nullable LocalDate ratesOn) {
        String stated = currencyOf(activity);
        if (stated == null) {
            return error(activity, "no stated currency", wanted, "");
        }
        LocalDate day = ratesOn == null ? LocalDate.ofInstant(activity.occurredAt(), zone) : ratesOn;
        BigDecimal converted = rates.convert(amount, stated, wanted, day);
        return converted == null ? error(activity, stated, wanted, " for " + day) : new Converted(converted, null);
    }

    private static Converted error(Activity activity, String stated, Currency wanted, String day) {
        return new Converted(
                null,
                "activity " + activity.sourceId() + " is in " + stated + " and there is no rate to "
                        + wanted.getCurrencyCode() + day);
    }
}
