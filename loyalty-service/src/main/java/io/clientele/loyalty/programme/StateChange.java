package io.clientele.loyalty.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A programme came into a state. */
@Embeddable
public record StateChange(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        ProgrammeState state,

        @Column(nullable = false) Instant since,
        @Column(nullable = false) String actor,
        @Nullable String reason) {}
