package io.clientele.analytics.consents.api;

import io.clientele.analytics.consents.Cap;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ContactCap", description = "So many contacts at most in any span of this length.")
record CapView(
        @Min(1) @Schema(description = "Contacts at most.", examples = "2", required = true)
        int contacts,

        @NotNull
        @Schema(description = "ISO 8601 duration of days, hours, minutes.", examples = "PT168H", required = true)
        String period) {

    Cap toCap(String pointer) {
        return new Cap(contacts, duration(period, pointer + "/period"));
    }

    static @Nullable CapView from(@Nullable Cap cap) {
        return cap == null ? null : new CapView(cap.contacts(), cap.period().toString());
    }

    static Duration duration(String text, String pointer) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive() && duration.toDays() <= 3_660) {
                return duration;
            }
        } catch (DateTimeParseException unreadable) {
            // answered below
        }
        throw ProblemException.ruleViolated(
                "invalid-field",
                "A length of time cannot be used.",
                new FieldError(pointer, "is an ISO 8601 duration such as P7D or PT36H, at most ten years"));
    }
}
