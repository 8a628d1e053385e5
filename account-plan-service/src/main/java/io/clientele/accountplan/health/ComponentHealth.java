package io.clientele.accountplan.health;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a component gave.
 *
 * @param score 0 to 100 with 2 decimals; null where it is missing
 * @param missing why it is missing
 */
@Schema(
        name = "PlanHealthComponent",
        description = "What a component gave; one that is missing counts neither for nor against.")
public record ComponentHealth(
        @Schema(description = "The component.") HealthComponent component,

        @Schema(description = "Weight, percent.", examples = "30")
        int weight,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "0 to 100, with 2 decimals; absent where it is missing.",
                type = SchemaType.STRING,
                examples = "66.67")
        @Nullable
        BigDecimal score,

        @Schema(
                description = "Why it is missing: `nothing-to-measure`, `no-capital`, `fx-rate-missing`.",
                examples = "no-capital")
        @Nullable
        String missing) {}
