package io.clientele.analytics.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of activity and the fields it may have. Segment rules name them, and every activity is held to them.
 *
 * @param name as activities and rules say it
 * @param summary when it is recorded
 * @param fields in the order they are documented
 */
public record ActivityType(String name, String summary, List<Field> fields) {

    public ActivityType {
        fields = List.copyOf(fields);
    }

    /**
     * A field of {@code data}.
     *
     * @param required whether every activity of the type has it
     * @param meaning what it says, with its unit
     * @param example a legal value as it is written in JSON
     */
    public record Field(String name, FieldKind kind, boolean required, String meaning, String example) {}

    /** The type of that name, or null when there is none. */
    public static @Nullable ActivityType named(String name) {
        return Catalogue.BY_NAME.get(name);
    }

    /** Every type, in the order it is documented. */
    public static List<ActivityType> all() {
        return List.copyOf(Catalogue.BY_NAME.values());
    }

    /** The field of that name, or null when the type has none. */
    public @Nullable Field field(String fieldName) {
        for (Field field : fields) {
            if (field.name.equals(fieldName)) {
                return field;
            }
        }
        return null;
    }

    /** The types this service knows. */
    private static final class Catalogue {

        private static final int NAME = 64;
        private static final int DAY = 86_400;

        private static final Map<String, ActivityType> BY_NAME = List.of(
                        type(
                                "transaction",
                                "Money moved on a contract of the client.",
                                must("amount", new FieldKind.Amount(), "how much, in `currency`", "\"700.00\""),
                                must("currency", new FieldKind.CurrencyCode(), "ISO 4217", "\"CZK\""),
                                must(
                                        "direction",
                                        new FieldKind.Choice(List.of("CREDIT", "DEBIT")),
                                        "CREDIT: to the client; DEBIT: from the client",
                                        "\"CREDIT\""),
                                may("channel", text(NAME), "how it was ordered", "\"BRANCH\""),
                                may(
                                        "category",
                                        text(NAME),
                                        "what it was for, in the bank's categories",
                                        "\"HOUSEHOLD\""),
                                may("purposeCode", text(NAME), "the bank's or scheme's own purpose code", "\"SIPO\""),
                                may("account", text(NAME), "number of the contract moved", "\"acc-1\""),
                                may("merchantCategory", text(4), "ISO 18245 code of the merchant", "\"5411\""),
                                may("country", text(2), "where, ISO 3166-1 alpha-2", "\"CZ\"")),
                        type(
                                "product-opened",
                                "A contract began.",
                                must("product", text(NAME), "code of the product", "\"LOAN\""),
                                may("contractId", text(NAME), "number of the contract", "\"loan-1\""),
                                may("channel", text(NAME), "where it was sold", "\"BRANCH\"")),
                        type(
                                "product-closed",
                                "A contract ended.",
                                must("product", text(NAME), "code of the product", "\"LOAN\""),
                                may("contractId", text(NAME), "number of the contract", "\"loan-1\""),
                                may("reason", text(200), "why, in the bank's reasons", "\"REPAID\"")),
                        type(
                                "login",
                                "The client signed in to a digital channel.",
                                may("channel", text(NAME), "which channel", "\"MOBILE_APP\""),
                                may("device", text(NAME), "kind of device", "\"PHONE\"")),
                        type(
                                "branch-visit",
                                "The client came to a branch.",
                                may("branch", text(100), "which branch", "\"Pisek\""),
                                may("purpose", text(200), "what for", "\"ADVICE\"")),
                        type(
                                "service-contact",
                                "The client was served by the service centre.",
                                may("queue", text(NAME), "queue of the service centre", "\"cards\""),
                                may("channel", text(NAME), "how the client came", "\"PHONE\""),
                                may("reason", text(200), "reason of the contact", "\"CARD_LOST\""),
                                may("waitSeconds", new FieldKind.Whole(0, DAY), "seconds the client waited", "35"),
                                may("handleSeconds", new FieldKind.Whole(0, DAY), "seconds of handling", "240"),
                                may(
                                        "resolvedFirstTime",
                                        new FieldKind.Flag(),
                                        "whether the first contact resolved the matter",
                                        "true")),
                        type(
                                "complaint",
                                "The client complained.",
                                may("reason", text(200), "what about", "\"FEES\""),
                                may("channel", text(NAME), "how it came in", "\"BRANCH\""),
                                may(
                                        "severity",
                                        new FieldKind.Choice(List.of("LOW", "MEDIUM", "HIGH")),
                                        "how grave it is",
                                        "\"MEDIUM\"")),
                        type(
                                "marketing-response",
                                "The client answered a programme.",
                                must("programme", text(NAME), "the programme's id", "\"spring-savings\""),
                                must(
                                        "response",
                                        new FieldKind.Choice(List.of(
                                                "OPENED",
                                                "CLICKED",
                                                "INTERESTED",
                                                "ACCEPTED",
                                                "DECLINED",
                                                "OPTED_OUT")),
                                        "what the client did",
                                        "\"ACCEPTED\""),
                                may("channel", text(NAME), "channel of the contact", "\"EMAIL\"")),
                        type(
                                "event-attendance",
                                "The client was invited to an event of the bank.",
                                must("event", text(NAME), "the event's id", "\"gala-1994\""),
                                must(
                                        "status",
                                        new FieldKind.Choice(List.of("ATTENDED", "NO_SHOW", "CANCELLED")),
                                        "what became of it",
                                        "\"ATTENDED\"")),
                        type(
                                "survey-answer",
                                "The client answered a survey question.",
                                must("survey", text(NAME), "the survey's id", "\"nps-1994\""),
                                must(
                                        "metric",
                                        new FieldKind.Choice(List.of("NPS", "CSAT", "CES")),
                                        "what is measured",
                                        "\"NPS\""),
                                must("score", new FieldKind.Whole(0, 10), "the answer on the metric's scale", "9")),
                        type(
                                "balance-snapshot",
                                "What a contract was worth at a moment.",
                                must("amount", new FieldKind.Amount(), "the balance, in `currency`", "\"12500.00\""),
                                must("currency", new FieldKind.CurrencyCode(), "ISO 4217", "\"CZK\""),
                                may("product", text(NAME), "product of the contract", "\"ACCOUNT\""),
                                may("contractId", text(NAME), "number of the contract", "\"acc-1\"")))
                .stream()
                .collect(Collectors.toMap(ActivityType::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));

        private static ActivityType type(String name, String summary, Field... fields) {
            return new ActivityType(name, summary, List.of(fields));
        }

        private static Field must(String name, FieldKind kind, String meaning, String example) {
            return new Field(name, kind, true, meaning, example);
        }

        private static Field may(String name, FieldKind kind, String meaning, String example) {
            return new Field(name, kind, false, meaning, example);
        }

        private static FieldKind text(int longest) {
            return new FieldKind.Text(longest);
        }
    }
}
