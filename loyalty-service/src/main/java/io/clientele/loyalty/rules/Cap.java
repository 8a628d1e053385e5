package io.clientele.loyalty.rules;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The most points that may be granted; rules that name it share it. It holds exactly, however many earn at the same time.
 *
 * @param key names it within its programme, over all versions
 * @param scope what it counts for
 * @param period in which it counts, by the time of the activity; {@link CapPeriod#EVER} when absent
 * @param points the most granted
 */
@Schema(
        description =
                "The most points that may be granted; rules that name it share it, and it holds exactly under concurrency.")
public record Cap(
        @Schema(description = "Names the cap within its programme.", examples = "monthly")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "is 1 to 60 of a-z, 0-9 and -")
        String key,

        @Schema(
                description =
                        "`ACTIVITY`: one activity; `MEMBER`: all activities of a member; `PROGRAMME`: those of all members together, a campaign's or a programme's budget.",
                examples = "MEMBER")
        @NotNull
        Scope scope,

        @Schema(
                description =
                        "Calendar period in the programme's time zone, by the activity's own time; `EVER` when absent.",
                examples = "MONTH")
        @Nullable
        CapPeriod period,

        @Schema(description = "The most points granted.", minimum = "1", examples = "500") @Min(1)
        long points) {

    /** What a cap counts for. */
    public enum Scope {
        /** One activity. */
        ACTIVITY,
        /** All activities of one member. */
        MEMBER,
        /** All activities of all members: the budget of a campaign or programme. */
        PROGRAMME
    }

    private CapPeriod countedIn() {
        return period == null ? CapPeriod.EVER : period;
    }

    /** First instant of the period that holds {@code time}; the epoch when it counts for ever. */
    public Instant periodStart(Instant time, ZoneId zone) {
        return countedIn().start(time, zone);
    }

    /** First instant after that period; null when it counts for ever. */
    public @Nullable Instant periodEnd(Instant time, ZoneId zone) {
        return countedIn().end(time, zone);
    }
}
