package io.clientele.accountplan.plan;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The product lines of the bank, as configured. */
@ApplicationScoped
public class ProductLines {

    private final Set<String> known;

    ProductLines(PlanSettings settings) {
        this.known = settings.productLines();
    }

    /**
     * Passes when the bank has all of these product lines.
     *
     * @throws ProblemException 422 {@code product-line-unknown}
     */
    public void require(Collection<String> codes, String pointer) {
        if (!known.containsAll(codes)) {
            throw ProblemException.ruleViolated(
                    "product-line-unknown",
                    "A product line is not known here.",
                    new FieldError(pointer, "known are " + String.join(", ", new TreeSet<>(known))));
        }
    }
}
