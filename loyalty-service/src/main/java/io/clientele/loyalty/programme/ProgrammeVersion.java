package io.clientele.loyalty.programme;

import io.clientele.loyalty.rules.Terms;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a programme's terms; once approved it never changes. */
@Entity
@Table(name = "programme_version")
public class ProgrammeVersion {

    /** From writing to being in force. */
    public enum State {
        DRAFT,
        IN_REVIEW,
        APPROVED
    }

    /** A version's place in its programme, from 1. */
    @Embeddable
    record Key(@Column(name = "programme_id") UUID programmeId, int number) {}

    @EmbeddedId
    private Key key;

    @MapsId("programmeId")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "programme_id")
    private LoyaltyProgramme programme;

    @Enumerated(EnumType.STRING)
    private State state;

    @Convert(converter = TermsJson.class)
    private Terms terms;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> makers;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private @Nullable String remark;

    @Column(name = "effective_from")
    private @Nullable Instant effectiveFrom;

    private boolean announced;

    @SuppressWarnings("NullAway.Init")
    protected ProgrammeVersion() {}

    ProgrammeVersion(LoyaltyProgramme programme, int number, Terms terms, Caller author) {
        this.key = new Key(programme.id(), number);
        this.programme = programme;
        this.state = State.DRAFT;
        this.terms = terms;
        this.makers = new ArrayList<>(List.of(author.id()));
    }

    void revise(Terms changed, Caller editor) {
        require(State.DRAFT);
        terms = changed;
        addMaker(editor);
    }

    void submit(Caller submitter) {
        require(State.DRAFT);
        state = State.IN_REVIEW;
        remark = null;
        addMaker(submitter);
    }

    void approve(Caller approver, Instant from, @Nullable String approversRemark, Instant now) {
        require(State.IN_REVIEW);
        FourEyes.check(approver, makers);
        state = State.APPROVED;
        effectiveFrom = from;
        decide(approver, approversRemark, now);
    }

    void reject(Caller approver, String reason, Instant now) {
        require(State.IN_REVIEW);
        FourEyes.check(approver, makers);
        state = State.DRAFT;
        decide(approver, reason, now);
    }

    /** Notes that subscribers are told; false when they were before. */
    boolean announce() {
        boolean first = !announced;
        announced = true;
        return first;
    }

    private void decide(Caller approver, @Nullable String decidersRemark, Instant now) {
        decidedBy = approver.id();
        decidedAt = now;
        remark = decidersRemark;
    }

    private void addMaker(Caller maker) {
        if (!makers.contains(maker.id())) {
            makers = new ArrayList<>(makers);
            makers.add(maker.id());
        }
    }

    private void require(State needed) {
        if (state != needed) {
            throw ProblemException.conflict(
                    "version-not-"
                            + needed.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    "Version " + number() + " is " + state + "; this needs it to be " + needed + ".");
        }
    }

    /** Its number, from 1. */
    public int number() {
        return key.number();
    }

    public State state() {
        return state;
    }

    public Terms terms() {
        return terms;
    }

    /** All who wrote, changed or submitted it, the author first. */
    public List<String> makers() {
        return List.copyOf(makers);
    }

    /** Who approved or last rejected it. */
    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    /** What the decider remarked. */
    public @Nullable String remark() {
        return remark;
    }

    /** From when it is in force; known once it is approved. */
    public @Nullable Instant effectiveFrom() {
        return effectiveFrom;
    }

    /** Whether it is approved and its time has come at {@code time}. */
    boolean isEffectiveAt(Instant time) {
        return effectiveFrom != null && !effectiveFrom.isAfter(time);
    }
}
