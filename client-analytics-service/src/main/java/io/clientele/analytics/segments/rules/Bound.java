package io.clientele.analytics.segments.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;

/** What an ordering test compares a field with. */
public sealed interface Bound {

    /** A number; compared with numbers and with strings that are plain decimals. */
    record Number(BigDecimal decimal) implements Bound {
        public Number {
            decimal = Decimals.plain(decimal);
        }
    }

    /** A day; compared with strings that are ISO 8601 dates. */
    record Day(LocalDate date) implements Bound {}

    /** The day it is, by the bank's calendar, moved by {@code offset}; compared like a {@link Day}. */
    record FromToday(Period offset) implements Bound {}
}
