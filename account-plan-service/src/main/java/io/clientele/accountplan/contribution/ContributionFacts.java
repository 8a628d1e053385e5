package io.clientele.accountplan.contribution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contribution as an approved version keeps it.
 *
 * @param specialist user id of who was asked
 * @param section what was written; null when nothing was
 * @param signedAt when it was signed; null when it was not
 */
public record ContributionFacts(
        UUID id,
        String productLine,
        String specialist,
        ContributionState state,
        @Nullable Section section,
        @Nullable Instant signedAt) {}
