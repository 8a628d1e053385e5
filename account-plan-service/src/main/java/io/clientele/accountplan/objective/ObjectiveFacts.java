package io.clientele.accountplan.objective;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objective as an approved version keeps it.
 *
 * @param smartCheck the verdict when it was approved
 */
public record ObjectiveFacts(
        UUID id, ObjectiveTerms terms, @Nullable Waiver waiver, SmartVerdict smartCheck) {}
