package io.clientele.accountplan.action;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.contracts.accountplans.ActionAssigned;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Something to be done for a plan. */
@Entity
@Table(name = "plan_action")
public class PlanAction implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Embedded
    private PlanActionTerms terms;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private ActionStatus status = ActionStatus.OPEN;

    @Nullable
    private String outcome;

    @SuppressWarnings("NullAway.Init")
    protected PlanAction() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    PlanAction(AccountPlan plan, PlanActionTerms terms, Caller author, Instant now) {
        this.planId = plan.id();
        this.terms = terms;
        this.createdBy = author.id();
        this.createdAt = now;
        this.changedBy = author.id();
        this.changedAt = now;
    }

    void change(PlanActionTerms changed, Caller author, Instant now) {
        terms = changed;
        changed(author, now);
    }

    private void changed(Caller by, Instant now) {
        changedBy = by.id();
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1000);
    }

    /**
     * It is done, or not to be done any more.
     *
     * @throws ProblemException 409 {@code action-closed}
     */
    void close(ActionStatus how, String result, Caller by, Instant now) {
        if (status != ActionStatus.OPEN) {
            throw ProblemException.conflict("action-closed", "The action is " + status + " already.");
        }
        status = how;
        outcome = result;
        changed(by, now);
    }

    ActionAssigned assigned(AccountPlan plan) {
        return new ActionAssigned(
                planId, plan.clientId(), id, terms.owner(), terms.dueOn(), changedAt, changedBy, path());
    }

    public ActionStatus status() {
        return status;
    }

    /** What came of it; null while it is open. */
    public @Nullable String outcome() {
        return outcome;
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

    public PlanActionTerms terms() {
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

    /** The path of the action. */
    public String path() {
        return AccountPlan.PATH + "/" + planId + "/actions/" + id;
    }
}
