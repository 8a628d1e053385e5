package io.clientele.analytics.activity.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.clientele.analytics.activity.ActivityType;
import io.clientele.analytics.activity.FieldKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kind of activity and its fields. */
@Schema(name = "ActivityType", description = "A kind of activity and the fields its `data` may have.")
public record ActivityTypeResponse(
        @Schema(description = "As activities and rules say it.", examples = "transaction")
        String name,

        @Schema(description = "When it is recorded.", examples = "Money moved on a contract of the client.")
        String summary,

        @Schema(description = "The fields of `data`; others are refused.")
        List<Field> fields) {

    /** A field of {@code data}. */
    @Schema(name = "ActivityField", description = "A field of an activity's `data`.")
    public record Field(
            @Schema(description = "Its name in `data`.", examples = "amount")
            String name,

            @Schema(description = "What it may hold.", examples = "AMOUNT")
            Kind kind,

            @Schema(description = "Whether every activity of the type has it.", examples = "true")
            boolean required,

            @Schema(description = "What it says, with its unit.", examples = "how much, in `currency`")
            String meaning,

            @Schema(description = "A legal value.", examples = "700.00") @JsonRawValue
            String example,

            @Schema(description = "TEXT: most characters.", examples = "64") @Nullable
            Integer maxLength,

            @Schema(description = "WHOLE: least value.", examples = "0") @Nullable
            Long minimum,

            @Schema(description = "WHOLE: greatest value.", examples = "86400") @Nullable
            Long maximum,

            @Schema(description = "CHOICE: the words allowed.", examples = "[\"CREDIT\",\"DEBIT\"]") @Nullable
            List<String> words) {

        static Field from(ActivityType.Field field) {
            return switch (field.kind()) {
                case FieldKind.Amount amount -> of(field, Kind.AMOUNT, null, null, null, null);
                case FieldKind.CurrencyCode code -> of(field, Kind.CURRENCY, null, null, null, null);
                case FieldKind.Text text -> of(field, Kind.TEXT, text.longest(), null, null, null);
                case FieldKind.Choice choice -> of(field, Kind.CHOICE, null, null, null, choice.words());
                case FieldKind.Whole whole -> of(field, Kind.WHOLE, null, whole.least(), whole.greatest(), null);
                case FieldKind.Flag flag -> of(field, Kind.FLAG, null, null, null, null);
            };
        }

        private static Field of(
                ActivityType.Field field,
                Kind kind,
                @Nullable Integer maxLength,
                @Nullable Long minimum,
                @Nullable Long maximum,
                @Nullable List<String> words) {
            return new Field(
                    field.name(),
                    kind,
                    field.required(),
                    field.meaning(),
                    field.example(),
                    maxLength,
                    minimum,
                    maximum,
                    words);
        }
    }

    /** What a field may hold. */
    @Schema(
            name = "ActivityFieldKind",
            description =
                    "AMOUNT: a decimal string that is not negative, no finer than the minor unit of the currency in `currency`. CURRENCY: ISO 4217. TEXT: up to `maxLength` characters. CHOICE: one of `words`. WHOLE: a whole number from `minimum` to `maximum`. FLAG: true or false.")
    public enum Kind {
        /** A decimal string that is not negative. */
        AMOUNT,
        /** An ISO 4217 code. */
        CURRENCY,
        /** Text. */
        TEXT,
        /** One of some words. */
        CHOICE,
        /** A whole number. */
        WHOLE,
        /** True or false. */
        FLAG
    }

    static ActivityTypeResponse from(ActivityType type) {
        return new ActivityTypeResponse(
                type.name(),
                type.summary(),
                type.fields().stream().map(Field::from).toList());
    }
}
