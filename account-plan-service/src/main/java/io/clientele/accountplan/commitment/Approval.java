package io.clientele.accountplan.commitment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That compliance approved a condition, and why. */
@Embeddable
public record Approval(
        @Column(name = "approved_by") String by,
        @Column(name = "approved_at") Instant at,
        @Column(name = "approval_comment") String comment) {}
