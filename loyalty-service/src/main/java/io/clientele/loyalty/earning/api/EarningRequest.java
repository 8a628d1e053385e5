package io.clientele.loyalty.earning.api;

import io.clientele.contracts.JsonValues;
import io.clientele.loyalty.earning.EarningPoints.MemberActivity;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something a member did. */
@Schema(description = "Something a member did.", examples = """
                {"sourceId":"trans-3530438","activityType":"transaction","occurredAt":"1994-04-05T10:00:00Z",
                 "data":{"category":"HOUSEHOLD","amount":"1250.00","currency":"CZK"}}""")
record EarningRequest(
        @Schema(description = "The bank's own unique id of the activity.", examples = "trans-3530438")
        @NotBlank
        @Size(max = 128)
        String sourceId,

        @Schema(description = "Type of the activity.", examples = "transaction") @NotBlank @Size(max = 100)
        String activityType,

        @Schema(description = "When it happened, not after now.", examples = "1994-04-05T10:00:00Z") @NotNull
        Instant occurredAt,

        @Schema(
                description =
                        "Fields of the activity: strings, numbers, booleans or lists of these; an amount is a decimal string with its currency in a field beside it.",
                examples = "{\"category\":\"HOUSEHOLD\",\"amount\":\"1250.00\",\"currency\":\"CZK\"}")
        @NotNull
        @Size(max = 100)
        Map<String, Object> data) {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    MemberActivity toActivity(Instant now) {
        if (occurredAt.isAfter(now) || occurredAt.isBefore(FIRST)) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "An activity is reported after it happened.",
                    new FieldError("/occurredAt", "is from 1900 to now"));
        }
        return new MemberActivity(sourceId, activityType, occurredAt, plain());
    }

    private Map<String, Object> plain() {
        try {
            return JsonValues.copyOf(data);
        } catch (IllegalArgumentException notPlain) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "The fields of an activity are plain values.",
                    new FieldError("/data", String.valueOf(notPlain.getMessage())));
        }
    }
}
