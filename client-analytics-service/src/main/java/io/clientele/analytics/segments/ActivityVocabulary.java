package io.clientele.analytics.segments;

import io.clientele.analytics.activity.ActivityType;
import io.clientele.analytics.activity.FieldKind;
import io.clientele.analytics.segments.rules.FieldTest;
import io.clientele.analytics.segments.rules.InvalidRule;
import io.clientele.analytics.segments.rules.Matching;
import io.clientele.analytics.segments.rules.Measure;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import io.clientele.analytics.segments.rules.Value;
import io.clientele.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules speak of activity as it is recorded: its types, their fields, numbers where something is summed, the words of a
 * field that has a choice. A slip would else make a rule that never lets anybody in.
 */
final class ActivityVocabulary {

    private final List<FieldError> findings = new ArrayList<>();

    private ActivityVocabulary() {}

    /**
     * Passes when {@code rule} names nothing that no activity can have.
     *
     * @throws InvalidRule 422, pointing to each slip and saying what is allowed there
     */
    static void check(Rule rule) {
        ActivityVocabulary vocabulary = new ActivityVocabulary();
        RuleInputs.located(rule, "/rule").forEach((pointer, leaf) -> {
            RuleInputs.activities(leaf)
                    .forEach((inside, matching) -> vocabulary.check(leaf, matching, pointer + inside));
        });
        if (!vocabulary.findings.isEmpty()) {
            throw new InvalidRule(vocabulary.findings);
        }
    }

    private void check(Rule leaf, Matching matching, String pointer) {
        ActivityType type = ActivityType.named(matching.type());
        if (type == null) {
            String known = ActivityType.all().stream().map(ActivityType::name).collect(Collectors.joining(", "));
            findings.add(new FieldError(pointer + "/type", "is no type of activity; allowed are " + known));
            return;
        }
        Measure measure = RuleInputs.measure(leaf);
        if (measure != null) {
            checkMeasure(measure, type, pointer);
        }
        if (matching.where() != null) {
            RuleInputs.located(matching.where(), pointer + "/where").forEach((at, test) -> {
                if (test instanceof Rule.Attribute attribute) {
                    checkTest(attribute, type, at);
                }
            });
        }
    }

    private void checkMeasure(Measure measure, ActivityType type, String pointer) {
        String name = measure.field();
        if (name == null) {
            return;
        }
        ActivityType.Field field = known(name, type, pointer + "/field");
        if (field == null || measure.aggregation().counts()) {
            return;
        }
        boolean isAmount = field.kind() instanceof FieldKind.Amount;
        if (!isAmount && !(field.kind() instanceof FieldKind.Whole)) {
            findings.add(new FieldError(
                    pointer + "/field",
                    "is no number; numbers of " + type.name() + " are "
                            + names(type.fields().stream()
                                    .filter(other -> other.kind() instanceof FieldKind.Amount
                                            || other.kind() instanceof FieldKind.Whole)
                                    .toList())));
        } else if (!isAmount && measure.currency() != null) {
            findings.add(new FieldError(pointer + "/currency", "is not allowed with " + name + ", which is no amount"));
        }
    }

    private void checkTest(Rule.Attribute attribute, ActivityType type, String pointer) {
        ActivityType.Field field = known(attribute.path(), type, pointer + "/path");
        if (field != null && attribute.currency() != null && !(field.kind() instanceof FieldKind.Amount)) {
            findings.add(new FieldError(
                    pointer + "/currency", "is not allowed with " + field.name() + ", which is no amount"));
        }
        if (field == null || !(field.kind() instanceof FieldKind.Choice(List<String> words))) {
            return;
        }
        switch (attribute.test()) {
            case FieldTest.Equal equal -> checkWords(List.of(equal.value()), words, pointer + "/eq");
            case FieldTest.NotEqual notEqual -> checkWords(List.of(notEqual.value()), words, pointer + "/ne");
            case FieldTest.In in -> checkWords(in.values(), words, pointer + "/in");
            case FieldTest.NotIn notIn -> checkWords(notIn.values(), words, pointer + "/notIn");
            case FieldTest.HasAny hasAny -> checkWords(hasAny.values(), words, pointer + "/hasAny");
            case FieldTest.HasAll hasAll -> checkWords(hasAll.values(), words, pointer + "/hasAll");
            case FieldTest.Ordered ordered -> {}
            case FieldTest.Between between -> {}
            case FieldTest.AnniversaryWithin anniversary -> {}
            case FieldTest.Exists exists -> {}
            case FieldTest.StartsWith startsWith -> {}
            case FieldTest.Contains contains -> {}
        }
    }

    private void checkWords(List<Value> values, List<String> words, String pointer) {
        boolean known =
                values.stream().allMatch(value -> value instanceof Value.Text(String text) && words.contains(text));
        if (!known) {
            findings.add(new FieldError(pointer, "is of " + String.join(", ", words)));
        }
    }

    private ActivityType.@Nullable Field known(String name, ActivityType type, String pointer) {
        ActivityType.Field field = type.field(name);
        if (field == null) {
            findings.add(
                    new FieldError(pointer, "is no field of " + type.name() + "; allowed are " + names(type.fields())));
        }
        return field;
    }

    private static String names(List<ActivityType.Field> fields) {
        return fields.isEmpty()
                ? "none"
                : fields.stream().map(ActivityType.Field::name).collect(Collectors.joining(", "));
    }
}
