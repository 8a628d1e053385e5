package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A velocity rule: earning that comes too fast is held for review. What goes beyond it stays pending until a second person
 * releases or rejects it.
 *
 * @param key names it within its programme, over all versions
 * @param activityType what it watches; absent for every activity that earns
 * @param within the length of time in which is counted, by the activities' own time: a minute to 31 days
 * @param activities the most of a member that may earn in such a time; absent for no limit
 * @param points the most a member may earn in such a time, in the currency of the earning; absent for no limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = "{\"key\":\"many-payments\",\"activityType\":\"transaction\",\"within\":\"PT1H\",\"activities\":20}")
public record Watch(
        @Schema(examples = "many-payments")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "is 1 to 60 of a-z, 0-9 and -")
        String key,

        @Schema(examples = "transaction") @Nullable @Size(min = 1, max = 100)
        String activityType,

        @Schema(type = SchemaType.STRING, format = "duration", examples = "PT1H")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        Duration within,

        @Schema(examples = "20") @Min(0) @Nullable Integer activities,
        @Schema(examples = "5000") @Min(0) @Nullable Long points) {

    private static final Duration LONGEST = Duration.ofDays(31);

    /**
     * @throws IllegalArgumentException when it limits nothing, or the time is out of range
     */
    public Watch {
        if (activities == null && points == null) {
            throw new IllegalArgumentException("a watch limits activities, points or both");
        }
        if (within == null || within.compareTo(Duration.ofMinutes(1)) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("within is a minute to 31 days");
        }
    }

    /** Whether it looks at such activity. */
    public boolean looksAt(Activity activity) {
        return activityType == null || activityType.equals(activity.type());
    }
}
