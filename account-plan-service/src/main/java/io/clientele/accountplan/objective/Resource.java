package io.clientele.accountplan.objective;

import io.clientele.contracts.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an objective needs to be reached.
 *
 * @param kind a person or a budget
 * @param name the person's user id, or what the budget is for
 * @param amount size of a budget
 */
@Schema(description = "Somebody or something an objective needs to be reached.")
public record Resource(
        @NotNull @Schema(required = true) Kind kind,

        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "The person's user id, or what the budget is for.",
                examples = "ps-dvorak",
                required = true)
        String name,

        @Schema(description = "Size of a budget; absent for a person.") @Nullable
        Money amount) {

    /** What kind of resource. */
    @Schema(name = "ResourceKind", description = "PERSON: somebody's working time. BUDGET: money set aside.")
    public enum Kind {
        /** Somebody's working time. */
        PERSON,
        /** Money set aside. */
        BUDGET
    }
}
