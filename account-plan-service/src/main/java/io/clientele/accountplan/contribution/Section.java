package io.clientele.accountplan.contribution;

import io.clientele.contracts.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a specialist contributes for one product line.
 *
 * @param analysis where the client stands with this product line
 * @param proposal what is to be offered, and how
 * @param expectedRevenue what it is to bring over the plan's period
 */
public record Section(
        @Nullable String analysis,
        String proposal,
        @Nullable Money expectedRevenue) {

    /**
     * Whether a signature under this section would no longer be one under the other: a changed figure or a changed text.
     * Spaces and line breaks are no change.
     */
    boolean differsMateriallyFrom(Section other) {
        return !Objects.equals(words(analysis), words(other.analysis))
                || !Objects.equals(words(proposal), words(other.proposal))
                || !Objects.equals(expectedRevenue, other.expectedRevenue);
    }

    private static @Nullable String words(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.strip().replaceAll("\\s+", " ");
    }
}
