package io.clientele.analytics.consents.api;

import io.clientele.analytics.consents.Channel;
import io.clientele.analytics.consents.QuietHours;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ChannelRequest", description = "A channel; at least one of reaches and feedback.")
record ChannelRequest(
        @NotBlank @Size(max = 120) @Schema(description = "Name.", examples = "E-mail", required = true)
        String name,

        @Size(max = 200)
        @Schema(
                description = "How a client is reached; absent = clients only come by it.",
                examples = "mail server of the bank")
        @Nullable
        String reaches,

        @Size(max = 200)
        @Schema(
                description = "How an answer comes back; absent = none does.",
                examples = "clicks, as marketing-response")
        @Nullable
        String feedback,

        @Valid @Schema(description = "The most contacts by it.") @Nullable
        CapView cap,

        @Valid @Schema(description = "When nobody is contacted by it.") @Nullable
        Quiet quietHours,

        @Schema(description = "Least time between two contacts by it, ISO 8601.", examples = "PT24H") @Nullable
        String coolDown,

        @NotNull @Schema(description = "Whether it may be used.", examples = "true", required = true)
        Boolean active) {

    @Schema(name = "QuietHours", description = "Hours of the bank's day in which nobody is contacted.")
    record Quiet(
            @NotNull
            @Pattern(regexp = TIME)
            @Schema(description = "Start, included.", examples = "20:00", required = true)
            String from,

            @NotNull
            @Pattern(regexp = TIME)
            @Schema(
                    description = "End, excluded; before the start, it is the next day's.",
                    examples = "08:00",
                    required = true)
            String until) {

        private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

        static @Nullable Quiet from(@Nullable QuietHours hours) {
            return hours == null
                    ? null
                    : new Quiet(hours.from().toString(), hours.until().toString());
        }

        QuietHours hours() {
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
        }
    }

    Channel.Description description() {
        if (reaches == null && feedback == null) {
            throw refused("/reaches", "or feedback is given: a channel leads at least one way");
        }
        if (quietHours != null && quietHours.from().equals(quietHours.until())) {
            throw refused("/quietHours", "end at another time than they begin");
        }
        return new Channel.Description(
                name,
                reaches,
                feedback,
                cap == null ? null : cap.toCap("/cap"),
                quietHours == null ? null : quietHours.hours(),
                coolDown == null ? null : CapView.duration(coolDown, "/coolDown"),
                active);
    }

    private static ProblemException refused(String pointer, String detail) {
        return ProblemException.ruleViolated(
                "invalid-field", "The channel is not valid.", new FieldError(pointer, detail));
    }
}
