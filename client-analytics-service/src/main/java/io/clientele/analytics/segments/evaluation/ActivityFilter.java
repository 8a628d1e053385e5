package io.clientele.analytics.segments.evaluation;

import io.clientele.analytics.segments.rules.Matching;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Picks the activities a node looks at. One whose amount cannot be converted is in doubt, which is not the same as out. */
final class ActivityFilter {

    private static final Picked IN = new Picked(Outcome.HOLDS, null);
    private static final Picked OUT = new Picked(Outcome.FAILS, null);

    private final Conversion conversion;

    ActivityFilter(Conversion conversion) {
        this.conversion = conversion;
    }

    /**
     * An activity that counts, or may count.
     *
     * @param doubt why it cannot be told whether it counts; null = it does
     */
    record Candidate(Activity activity, @Nullable String doubt) {}

    private record Picked(Outcome outcome, @Nullable String error) {

        Picked negated() {
            return new Picked(outcome.negated(), error);
        }
    }

    /** Those activities of a client that match or may match. */
    List<Candidate> pick(ClientHistory client, Matching matching) {
        return client.of(matching.type()).stream()
                .map(activity -> candidate(activity, matching.where()))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Candidate candidate(Activity activity, @Nullable Rule where) {
        Picked picked = where == null ? IN : picked(where, activity);
        return picked.outcome() == Outcome.FAILS ? null : new Candidate(activity, picked.error());
    }

    private Picked picked(Rule where, Activity activity) {
        return switch (where) {
            case Rule.And and -> combined(and.parts(), activity, OUT, IN);
            case Rule.Or or -> combined(or.parts(), activity, IN, OUT);
            case Rule.Not not -> picked(not.part(), activity).negated();
            case Rule.Attribute attribute -> picked(attribute, activity);
            default -> throw new IllegalArgumentException(where.kind() + " inside where");
        };
    }

    private Picked combined(List<Rule> parts, Activity activity, Picked decisive, Picked otherwise) {
        Picked result = otherwise;
        for (Rule part : parts) {
            Picked picked = picked(part, activity);
            if (picked.outcome() == decisive.outcome()) {
                return decisive;
            }
            if (picked.outcome() == Outcome.UNDETERMINED) {
                result = picked;
            }
        }
        return result;
    }

    private Picked picked(Rule.Attribute attribute, Activity activity) {
        Value value = activity.fields().get(attribute.path());
        BigDecimal amount = attribute.currency() == null || value == null ? null : FieldTests.decimal(value);
        if (attribute.currency() == null || amount == null) {
            return FieldTests.passes(attribute.test(), value) ? IN : OUT;
        }
        Conversion.Converted converted = conversion.convert(activity, amount, attribute.currency(), null);
        if (converted.amount() == null) {
            return new Picked(Outcome.UNDETERMINED, converted.error());
        }
        return FieldTests.passes(attribute.test(), new Value.Decimal(converted.amount())) ? IN : OUT;
    }
}
