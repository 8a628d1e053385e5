package io.clientele.analytics.segments.membership;

import io.clientele.contracts.segments.MembershipCause;
import io.clientele.platform.caller.BookFilter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One stay of a client in a segment, to be read; {@link MovingClients} writes it, many at once. */
@Entity
@Immutable
@Table(name = "segment_membership")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Membership {

    @Id
    private long id;

    private UUID segmentId;

    private String clientId;

    private Instant enteredAt;

    private int enteredVersion;

    @Enumerated(EnumType.STRING)
    private MembershipCause enteredCause;

    @Nullable
    private Instant leftAt;

    @Nullable
    private Integer leftVersion;

    @Enumerated(EnumType.STRING)
    @Nullable
    private MembershipCause leftCause;

    @SuppressWarnings("NullAway.Init")
    protected Membership() {}

    public long id() {
        return id;
    }

    public UUID segmentId() {
        return segmentId;
    }

    public String clientId() {
        return clientId;
    }

    /** Business time from which the client was a member. */
    public Instant enteredAt() {
        return enteredAt;
    }

    /** The version that let the client in. */
    public int enteredVersion() {
        return enteredVersion;
    }

    public MembershipCause enteredCause() {
        return enteredCause;
    }

    /** Business time from which the client was no member any more; null while it is one. */
    public @Nullable Instant leftAt() {
        return leftAt;
    }

    /** The version that let the client out. */
    public @Nullable Integer leftVersion() {
        return leftVersion;
    }

    public @Nullable MembershipCause leftCause() {
        return leftCause;
    }
}
