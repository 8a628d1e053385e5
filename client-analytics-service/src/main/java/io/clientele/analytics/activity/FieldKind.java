package io.clientele.analytics.activity;

import java.util.List;

/** What a field of an activity may hold. */
public sealed interface FieldKind {

    /** An amount that is not negative, as a decimal string no finer than the currency in field {@code currency} allows. */
    record Amount() implements FieldKind {}

    /** A currency paid in, by ISO 4217. */
    record CurrencyCode() implements FieldKind {}

    /** Text of 1 to {@code longest} characters. */
    record Text(int longest) implements FieldKind {}

    /** One of some words. */
    record Choice(List<String> words) implements FieldKind {

        public Choice {
            words = List.copyOf(words);
        }
    }

    /** A whole number from {@code least} to {@code greatest}. */
    record Whole(long least, long greatest) implements FieldKind {}

    /** True or false. */
    record Flag() implements FieldKind {}
}
