package io.clientele.analytics.segments;

import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A governed group of clients. Its meaning is in its versions, of which at most one is in force. */
@Entity
@Table(name = "segment")
public class Segment implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;

    @Nullable
    private String description;

    @Enumerated(EnumType.STRING)
    private SegmentState state;

    @Nullable
    private Integer activeVersion;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Segment() {}

    @SuppressWarnings("NullAway.Init")
    private Segment(String name, @Nullable String description, Caller creator, Instant now) {
        this.name = name;
        this.description = description;
        this.state = SegmentState.DRAFT;
        this.createdBy = creator.id();
        this.createdAt = now;
    }

    /** A segment without a version yet. */
    static Segment named(String name, @Nullable String description, Caller creator, Instant now) {
        return new Segment(name, description, creator, now);
    }

    /** Gives another name and description; the rule is not touched. */
    void describe(String newName, @Nullable String newDescription) {
        requireNotRetired();
        this.name = newName;
        this.description = newDescription;
    }

    /** From now on {@code number} is the version in force; the former one is returned, null if there was none. */
    @Nullable
    Integer putInForce(int number) {
        requireNotRetired();
        Integer former = activeVersion;
        activeVersion = number;
        state = SegmentState.ACTIVE;
        return former;
    }

    /**
     * Ends the segment for good.
     *
     * @return the version that was in force
     * @throws ProblemException 409 {@code segment-not-active}
     */
    int retire() {
        if (activeVersion == null) {
            throw ProblemException.conflict(
                    "segment-not-active", "Only an active segment can be retired; this one is " + state + ".");
        }
        int last = activeVersion;
        activeVersion = null;
        state = SegmentState.RETIRED;
        return last;
    }

    /**
     * @throws ProblemException 409 {@code segment-retired}
     */
    void requireNotRetired() {
        if (state == SegmentState.RETIRED) {
            throw ProblemException.conflict("segment-retired", "The segment is retired for good; draft another one.");
        }
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    public SegmentState state() {
        return state;
    }

    /** The number of the version in force; null = none. */
    public @Nullable Integer activeVersion() {
        return activeVersion;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The path of this segment. */
    public String link() {
        return "/v1/segments/" + id;
    }

    @Override
    public long version() {
        return version;
    }
}
