package io.clientele.analytics.activity;

import static io.clientele.analytics.activity.ActivityReader.clean;
import static io.clientele.analytics.activity.ActivityReader.refused;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.clientele.analytics.activity.ActivityType.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the fields of one activity to its type and writes them out again as they are kept. Null and empty text count as absent. */
final class DataFields {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, Integer> MINOR_UNITS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(
                    Currency::getCurrencyCode, Currency::getDefaultFractionDigits, (a, b) -> a));
    private static final int MAX_INTEGER_DIGITS = 15;

    private final ActivityType type;
    private final boolean lenient;
    private long seen;
    private int decimals = -1;
    private @Nullable String currency;

    /**
     * @param lenient whether text may stand for a number or a boolean, as it does in CSV
     */
    DataFields(ActivityType type, boolean lenient) {
        this.type = type;
        this.lenient = lenient;
    }

    /** Reads the object the parser is at. */
    byte[] read(JsonParser parser) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(160);
        try (JsonGenerator out = JSON.createGenerator(kept)) {
            out.writeStartObject();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (token != JsonToken.VALUE_NULL
                        && !(token == JsonToken.VALUE_STRING && parser.getTextLength() == 0)) {
                    copy(name, parser, out);
                }
            }
            out.writeEndObject();
        }
        checkWhole();
        return kept.toByteArray();
    }

    /** No fields at all. */
    byte[] none() {
        checkWhole();
        return new byte[] {'{', '}'};
    }

    private void copy(String name, JsonParser parser, JsonGenerator out) throws IOException {
        Field field = type.field(name);
        String pointer = "/data/" + name;
        if (field == null) {
            throw refused(
                    "/data/" + name.replace("~", "~0").replace("/", "~1"),
                    "is no field of this type; its fields are "
                            + type.fields().stream().map(Field::name).collect(Collectors.joining(", ")));
        }
        long place = 1L << type.fields().indexOf(field);
        if ((seen & place) != 0) {
            throw refused(pointer, "comes once");
        }
        seen |= place;
        out.writeFieldName(name);
        switch (field.kind()) {
            case FieldKind.Amount amount -> out.writeString(amount(text(parser, pointer), pointer));
            case FieldKind.CurrencyCode code -> out.writeString(currency(text(parser, pointer), pointer));
            case FieldKind.Text text -> out.writeString(text(text(parser, pointer), text, pointer));
            case FieldKind.Choice choice -> out.writeString(word(text(parser, pointer), choice, pointer));
            case FieldKind.Whole whole -> out.writeNumber(number(parser, whole, pointer));
            case FieldKind.Flag flag -> out.writeBoolean(truth(parser, pointer));
        }
    }

    private void checkWhole() {
        for (int i = 0; i < type.fields().size(); i++) {
            Field field = type.fields().get(i);
            if (field.required() && (seen & 1L << i) == 0) {
                throw refused("/data/" + field.name(), "is required: " + field.meaning());
            }
        }
        if (decimals >= 0 && currency != null && decimals > MINOR_UNITS.getOrDefault(currency, 0)) {
            throw refused("/data/amount", "is no finer than the minor unit of its currency (ISO 4217)");
        }
    }

    private String amount(String text, String pointer) {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        int fraction = point < 0 ? 0 : text.length() - point - 1;
        boolean digits = whole > 0 && whole <= MAX_INTEGER_DIGITS && (point < 0 || fraction > 0);
        for (int i = 0; i < text.length() && digits; i++) {
            digits = i == point || text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!digits) {
            throw refused(
                    pointer,
                    "is a decimal string that is not negative, up to 15 digits before the point, such as \"700.00\"");
        }
        int significant = fraction;
        while (significant > 0 && text.charAt(point + significant) == '0') {
            significant--;
        }
        decimals = significant;
        return text;
    }

    private String currency(String text, String pointer) {
        if (!MINOR_UNITS.containsKey(text)) {
            throw refused(pointer, "is a currency by ISO 4217, such as EUR");
        }
        currency = text;
        return text;
    }

    private static String text(String text, FieldKind.Text kind, String pointer) {
        if (text.length() > kind.longest()) {
            throw refused(pointer, "has 1 to " + kind.longest() + " characters");
        }
        return text;
    }

    private static String word(String text, FieldKind.Choice choice, String pointer) {
        if (!choice.words().contains(text)) {
            throw refused(pointer, "is one of " + String.join(", ", choice.words()));
        }
        return text;
    }

    private long number(JsonParser parser, FieldKind.Whole whole, String pointer) throws IOException {
        String text = parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getText() : textOfCell(parser);
        if (text.matches("-?[0-9]{1,18}")) {
            long number = Long.parseLong(text);
            if (number >= whole.least() && number <= whole.greatest()) {
                return number;
            }
        }
        throw refused(pointer, "is a whole number from " + whole.least() + " to " + whole.greatest());
    }

    private boolean truth(JsonParser parser, String pointer) throws IOException {
        String text = parser.currentToken().isBoolean() ? parser.getText() : textOfCell(parser);
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw refused(pointer, "is true or false");
    }

    private String textOfCell(JsonParser parser) throws IOException {
        return lenient && parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    }

    private static String text(JsonParser parser, String pointer) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw refused(pointer, "is a string");
        }
        return clean(parser.getText(), pointer);
    }
}
