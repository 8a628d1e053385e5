package io.clientele.accountplan.swot;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a SWOT item says.
 *
 * @param kind where it stands
 * @param statement what it says
 * @param evidence what shows it
 * @param actionId the action that answers a weakness or threat
 * @param accepted whether a weakness or threat is accepted as it is
 */
@Embeddable
public record SwotItemTerms(
        @Enumerated(EnumType.STRING) @Column(name = "kind") SwotKind kind,
        @Column(name = "statement") String statement,
        @Column(name = "evidence") String evidence,
        @Nullable @Column(name = "action_id") UUID actionId,
        @Column(name = "accepted") boolean accepted) {}
