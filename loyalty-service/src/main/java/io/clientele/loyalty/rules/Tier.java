package io.clientele.loyalty.rules;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A level of membership.
 *
 * @param key names it within its programme, over all versions
 * @param threshold what a member has to reach in a period, at least 1
 */
@Schema(description = "A level of membership.")
public record Tier(
        @Schema(description = "Names the tier within its programme.", examples = "gold")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "is 1 to 60 of a-z, 0-9 and -")
        String key,

        @Schema(description = "What members read.", examples = "Gold") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "Qualifying points to reach in a period.", minimum = "1", examples = "5000") @Min(1)
        long threshold) {}
