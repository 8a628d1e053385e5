package io.clientele.analytics.segments.rules;

import java.time.Period;
import java.util.List;

/**
 * What a field's value is tested for. An absent field fails every test but {@link NotEqual}, {@link NotIn} and
 * {@link Exists}{@code (false)}: the two negations are the exact opposites of {@link Equal} and {@link In}. Where a field
 * holds several values, {@link Equal} and {@link In} ask for one that matches.
 *
 * <p>A rule's number equals the numbers and decimal strings of its value; a rule's string equals the same string, case
 * and all.
 */
public sealed interface FieldTest {

    /** The same value. */
    record Equal(Value value) implements FieldTest {}

    /** Not the same value, or absent. */
    record NotEqual(Value value) implements FieldTest {}

    /** One of the values. */
    record In(List<Value> values) implements FieldTest {
        public In {
            values = List.copyOf(values);
        }
    }

    /** None of the values, or absent. */
    record NotIn(List<Value> values) implements FieldTest {
        public NotIn {
            values = List.copyOf(values);
        }
    }

    /** In an order to a number or day. */
    record Ordered(Comparison comparison, Bound bound) implements FieldTest {}

    /** From low to high, both included. */
    record Between(Bound low, Bound high) implements FieldTest {}

    /**
     * A day whose next anniversary, today included, is at most {@code within} away. One of 29 February falls on the 28th
     * where there is none. The day itself is no anniversary.
     */
    record AnniversaryWithin(Period within) implements FieldTest {}

    /** There is a value, or there is none. */
    record Exists(boolean expected) implements FieldTest {}

    /** A string that begins so. */
    record StartsWith(String prefix) implements FieldTest {}

    /** A string that has this part. */
    record Contains(String part) implements FieldTest {}

    /** Of several values, at least one of these; a single value is one of one. */
    record HasAny(List<Value> values) implements FieldTest {
        public HasAny {
            values = List.copyOf(values);
        }
    }

    /** Of several values, all of these. */
    record HasAll(List<Value> values) implements FieldTest {
        public HasAll {
            values = List.copyOf(values);
        }
    }
}
