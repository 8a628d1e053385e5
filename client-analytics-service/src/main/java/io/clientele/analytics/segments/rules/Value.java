package io.clientele.analytics.segments.rules;

import java.math.BigDecimal;
import java.util.List;

/** A field's value, of a client or an activity, or a value a rule compares with. */
public sealed interface Value {

    /** A string; dates and decimal amounts travel as strings, too. */
    record Text(String text) implements Value {}

    /** A number. */
    record Decimal(BigDecimal decimal) implements Value {

        /** Equal when the numbers are: 5 and 5.00 are one value. */
        public Decimal {
            decimal = Decimals.plain(decimal);
        }
    }

    /** True or false. */
    record Flag(boolean flag) implements Value {}

    /** Several values. */
    record Several(List<Value> values) implements Value {
        public Several {
            values = List.copyOf(values);
        }
    }
}
