package io.clientele.loyalty.rules;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A currency of points.
 *
 * @param code such as {@code POINTS}
 */
@Schema(description = "A currency of points.")
public record PointsCurrency(
        @Schema(description = "Code within the programme.", examples = "POINTS")
        @NotNull
        @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is 1 to 20 of A-Z, 0-9, _ and -")
        String code,

        @Schema(description = "What members read.", examples = "Bonus points") @NotBlank @Size(max = 100)
        String name) {}
