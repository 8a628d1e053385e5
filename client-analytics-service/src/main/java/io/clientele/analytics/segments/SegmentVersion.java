package io.clientele.analytics.segments;

import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleInputs;
import io.clientele.analytics.segments.rules.RuleWriter;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One version of a segment's rule, from draft to retirement. Its rule can change only while it is a draft. */
@Entity
@Table(name = "segment_version")
public class SegmentVersion implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(updatable = false)
    private UUID segmentId;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private VersionState state;

    private String rule;

    private List<String> activityTypes;

    @Nullable
    private Instant effectiveFrom;

    @Column(updatable = false)
    private String author;

    private List<String> makers;

    @Column(updatable = false)
    private Instant draftedAt;

    @Nullable
    private String submittedBy;

    @Nullable
    private Instant submittedAt;

    @Nullable
    private String approvedBy;

    @Nullable
    private Instant approvedAt;

    @Nullable
    private String rejectedBy;

    @Nullable
    private Instant rejectedAt;

    @Nullable
    private String rejection;

    @Nullable
    private Instant activeFrom;

    @Nullable
    private Instant activeUntil;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected SegmentVersion() {}

    @SuppressWarnings("NullAway.Init")
    private SegmentVersion(
            Segment segment, int number, Rule rule, @Nullable Instant effectiveFrom, Caller author, Instant now) {
        this.segmentId = segment.id();
        this.number = number;
        this.state = VersionState.DRAFT;
        this.author = author.id();
        this.makers = List.of(author.id());
        this.draftedAt = now;
        write(rule, effectiveFrom);
    }

    /** A new draft. */
    static SegmentVersion drafted(
            Segment segment, int number, Rule rule, @Nullable Instant effectiveFrom, Caller author, Instant now) {
        return new SegmentVersion(segment, number, rule, effectiveFrom, author, now);
    }

    /** Rewrites a draft; whoever does shares in making it. */
    void redraft(Rule newRule, @Nullable Instant newEffectiveFrom, Caller editor) {
        require(VersionState.DRAFT, "be changed");
        write(newRule, newEffectiveFrom);
        madeBy(editor);
    }

    private void write(Rule newRule, @Nullable Instant newEffectiveFrom) {
        this.rule = RuleWriter.write(newRule).toString();
        this.activityTypes = RuleInputs.activityTypes(newRule).stream().sorted().toList();
        this.effectiveFrom = newEffectiveFrom;
    }

    private void madeBy(Caller maker) {
        if (!makers.contains(maker.id())) {
            List<String> more = new ArrayList<>(makers);
            more.add(maker.id());
            makers = more;
        }
    }

    /** Hands a draft to a second person; whoever does shares in making it. */
    void submit(Caller submitter, Instant now) {
        require(VersionState.DRAFT, "be submitted for review");
        madeBy(submitter);
        submittedBy = submitter.id();
        submittedAt = now;
        state = VersionState.IN_REVIEW;
    }

    /**
     * Approves a submitted version.
     *
     * @throws ProblemException 403 {@code four-eyes} for its makers
     */
    void approve(Caller approver, Instant now) {
        require(VersionState.IN_REVIEW, "be approved");
        FourEyes.check(approver, makers);
        approvedBy = approver.id();
        approvedAt = now;
        rejectedBy = null;
        rejectedAt = null;
        rejection = null;
        state = VersionState.APPROVED;
    }

    /** Sends a version back to its makers: one in review, or one approved that has not taken effect yet. */
    void reject(Caller reviewer, String reason, Instant now) {
        if (state != VersionState.APPROVED) {
            require(VersionState.IN_REVIEW, "be rejected");
        }
        rejectedBy = reviewer.id();
        rejectedAt = now;
        rejection = reason;
        approvedBy = null;
        approvedAt = null;
        submittedBy = null;
        submittedAt = null;
        state = VersionState.DRAFT;
    }

    /** Whether an approved version takes effect at {@code now}. */
    boolean isEffective(Instant now) {
        return state == VersionState.APPROVED && (effectiveFrom == null || !effectiveFrom.isAfter(now));
    }

    void takeEffect(Instant now) {
        require(VersionState.APPROVED, "take effect");
        activeFrom = now;
        state = VersionState.ACTIVE;
    }

    void end(Instant now) {
        if (activeFrom != null) {
            activeUntil = now.isBefore(activeFrom) ? activeFrom : now;
        }
        state = VersionState.RETIRED;
    }

    private void require(VersionState needed, String to) {
        if (state != needed) {
            throw ProblemException.conflict(
                    "segment-version-state",
                    "A version must be " + needed + " to " + to + "; this one is " + state + ".");
        }
    }

    public UUID segmentId() {
        return segmentId;
    }

    /** From 1, without gaps. */
    public int number() {
        return number;
    }

    public VersionState state() {
        return state;
    }

    /** The rule as canonical JSON. */
    public String rule() {
        return rule;
    }

    /** When it is to take effect; null = when approved. */
    public @Nullable Instant effectiveFrom() {
        return effectiveFrom;
    }

    /** Who drafted it. */
    public String author() {
        return author;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public @Nullable String submittedBy() {
        return submittedBy;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable Instant approvedAt() {
        return approvedAt;
    }

    public @Nullable String rejectedBy() {
        return rejectedBy;
    }

    public @Nullable Instant rejectedAt() {
        return rejectedAt;
    }

    /** Why it was last sent back. */
    public @Nullable String rejection() {
        return rejection;
    }

    /** Since when it is, or was, in force. */
    public @Nullable Instant activeFrom() {
        return activeFrom;
    }

    /** Until when it was in force. */
    public @Nullable Instant activeUntil() {
        return activeUntil;
    }

    /** The path of this version. */
    public String link() {
        return "/v1/segments/" + segmentId + "/versions/" + number;
    }

    @Override
    public long version() {
        return version;
    }
}
