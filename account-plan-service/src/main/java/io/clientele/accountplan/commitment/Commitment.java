package io.clientele.accountplan.commitment;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.contracts.Money;
import io.clientele.contracts.accountplans.CommitmentUnderDelivered;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Revenue promised beside a credit facility. */
@Entity
@Table(name = "commitment")
public class Commitment implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Embedded
    private CommitmentTerms terms;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "asks_compliance")
    private boolean asksCompliance;

    @Nullable
    @Embedded
    private Approval approval;

    @Column(name = "told_short")
    private boolean toldShort;

    @SuppressWarnings("NullAway.Init")
    protected Commitment() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    Commitment(AccountPlan plan, CommitmentTerms terms, Caller author, Instant now) {
        this.planId = plan.id();
        this.terms = terms;
        this.createdBy = author.id();
        this.createdAt = now;
        this.changedBy = author.id();
        this.changedAt = now;
    }

    void change(CommitmentTerms changed, Caller author, Instant now) {
        if (!terms.equals(changed)) {
            approval = null;
        }
        terms = changed;
        changed(author, now);
    }

    private void changed(Caller by, Instant now) {
        changedBy = by.id();
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1000);
    }

    /** Notes whether compliance has to approve it. */
    void guard(boolean asks) {
        asksCompliance = asks;
    }

    /**
     * Compliance approves the condition.
     *
     * @throws ProblemException 409 {@code approval-not-needed}, 403 {@code four-eyes}
     */
    void approve(Caller by, String comment, Instant now) {
        if (status() != CommitmentStatus.WAITS_FOR_COMPLIANCE) {
            throw ProblemException.conflict("approval-not-needed", "The commitment does not wait for compliance.");
        }
        FourEyes.check(by, List.of(createdBy, changedBy));
        approval = new Approval(by.id(), now, comment);
    }

    /** Notes whether it falls short; the fact, when it did not before. */
    public @Nullable CommitmentUnderDelivered judge(String client, Delivery delivery, String by, Instant now) {
        boolean was = toldShort;
        toldShort = status() == CommitmentStatus.ACTIVE && delivery.isShort();
        return toldShort && !was
                ? new CommitmentUnderDelivered(
                        planId,
                        client,
                        id,
                        terms.facilityId(),
                        terms.productLine(),
                        delivery.expected(),
                        delivery.delivered(),
                        now,
                        by,
                        path())
                : null;
    }

    /** Whether it falls short, as last judged. */
    public boolean isShort() {
        return toldShort;
    }

    /** Whether it holds, or waits for compliance. */
    public CommitmentStatus status() {
        return asksCompliance && approval == null ? CommitmentStatus.WAITS_FOR_COMPLIANCE : CommitmentStatus.ACTIVE;
    }

    /** That compliance approved it; null where nobody did. */
    public @Nullable Approval approval() {
        return approval;
    }

    /** Revenue promised over the whole time. */
    public Money promised() {
        return new Money(terms.promised(), Currency.getInstance(terms.promisedCurrency()));
    }

    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return revision;
    }

    public UUID planId() {
        return planId;
    }

    public CommitmentTerms terms() {
        return terms;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** The path of the commitment. */
    public String path() {
        return AccountPlan.PATH + "/" + planId + "/commitments/" + id;
    }
}
