package io.clientele.accountplan.objective;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.contracts.accountplans.ObjectiveAdded;
import io.clientele.contracts.accountplans.ObjectiveSmartFailed;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** An objective of a plan. It may be incomplete; the SMART check says what it lacks. */
@Entity
@Table(name = "objective")
public class Objective implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Embedded
    private ObjectiveTerms terms;

    @Nullable
    @Column(name = "justified_by")
    private String justifiedBy;

    @Nullable
    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "waived_by"))
    @AttributeOverride(name = "at", column = @Column(name = "waived_at"))
    @AttributeOverride(name = "comment", column = @Column(name = "waiver_comment"))
    private Waiver waiver;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Objective() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    Objective(AccountPlan plan, ObjectiveTerms terms, Caller author, Instant now) {
        this.planId = plan.id();
        this.terms = terms;
        this.justifiedBy = terms.justification() == null ? null : author.id();
        this.createdBy = author.id();
        this.createdAt = now;
        this.changedBy = author.id();
        this.changedAt = now;
    }

    /** Says something else from now on. A waiver holds on only if growth and justification stay as they were accepted. */
    void change(ObjectiveTerms changed, Caller author, Instant now) {
        if (!terms.asksForTheSameGrowthAs(changed)) {
            waiver = null;
        }
        if (!Objects.equals(terms.justification(), changed.justification())) {
            justifiedBy = changed.justification() == null ? null : author.id();
        }
        terms = changed;
        changedBy = author.id();
        changedAt = now;
    }

    /**
     * A second person accepts the justification of growth beyond the pace so far.
     *
     * @throws ProblemException 409 {@code justification-missing}, 403 {@code four-eyes}
     */
    void waive(Caller by, String comment, Instant now) {
        if (justifiedBy == null) {
            throw ProblemException.conflict(
                    "justification-missing", "There is no written justification to accept: add one to the objective.");
        }
        Set<String> makers = new HashSet<>(List.of(justifiedBy, createdBy, changedBy));
        if (terms.owner() != null) {
            makers.add(terms.owner());
        }
        FourEyes.check(by, makers);
        waiver = new Waiver(by.id(), now, comment);
    }

    ObjectiveAdded added(AccountPlan plan) {
        Measurement baseline = terms.baseline();
        BigDecimal start = baseline == null ? null : baseline.value();
        return new ObjectiveAdded(
                planId,
                plan.clientId(),
                id,
                terms.productLine(),
                terms.geography(),
                terms.owner(),
                terms.unit(),
                start,
                terms.target(),
                terms.direction(),
                terms.startOn(),
                terms.dueOn(),
                createdAt,
                createdBy,
                path());
    }

    ObjectiveSmartFailed smartFailed(AccountPlan plan, SmartVerdict verdict) {
        return new ObjectiveSmartFailed(planId, plan.clientId(), id, verdict.failures(), changedAt, changedBy, path());
    }

    /** What an approved version keeps of it. */
    public ObjectiveFacts facts(SmartVerdict verdict) {
        return new ObjectiveFacts(id, terms, waiver, verdict);
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

    public ObjectiveTerms terms() {
        return terms;
    }

    /** Who accepted the justification; null when nobody did. */
    public @Nullable Waiver waiver() {
        return waiver;
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

    /** The path of this objective. */
    public String path() {
        return AccountPlan.PATH + "/" + planId + "/objectives/" + id;
    }
}
