package io.clientele.loyalty.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member came into a state. */
@Embeddable
public record MemberStateChange(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        MemberState state,

        @Column(nullable = false) Instant since,
        @Column(nullable = false) String actor,
        @Nullable String reason) {}
