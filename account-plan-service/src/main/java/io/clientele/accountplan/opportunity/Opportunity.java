package io.clientele.accountplan.opportunity;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.contracts.Money;
import io.clientele.contracts.accountplans.OpportunityAtRisk;
import io.clientele.contracts.accountplans.OpportunityStage;
import io.clientele.contracts.accountplans.OpportunityStageChanged;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.FieldError;
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
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Something to win with a client. */
@Entity
@Table(name = "opportunity")
public class Opportunity implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Embedded
    private OpportunityTerms terms;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private OpportunityStage stage = OpportunityStage.SUSPECTED;

    @Nullable
    @Column(name = "reason_of_loss")
    private String reasonOfLoss;

    @Column(name = "at_risk")
    private boolean atRisk;

    @SuppressWarnings("NullAway.Init")
    protected Opportunity() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    Opportunity(AccountPlan plan, OpportunityTerms terms, Caller author, Instant now) {
        this.planId = plan.id();
        this.terms = terms;
        this.createdBy = author.id();
        this.createdAt = now;
        this.changedBy = author.id();
        this.changedAt = now;
    }

    void change(OpportunityTerms changed, Caller author, Instant now) {
        terms = changed;
        changed(author, now);
    }

    private void changed(Caller by, Instant now) {
        changedBy = by.id();
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1000);
    }

    /**
     * Moves it to another stage.
     *
     * @param reason why it was lost or withdrawn; ignored otherwise
     * @throws ProblemException 409 {@code stage-not-reachable}, 422 {@code reason-missing}
     */
    OpportunityStageChanged move(
            AccountPlan plan, OpportunityStage to, @Nullable String reason, Caller by, Instant now) {
        StageRules.check(stage, to);
        boolean given = to == OpportunityStage.LOST || to == OpportunityStage.WITHDRAWN;
        if (given && (reason == null || reason.isBlank())) {
            throw ProblemException.ruleViolated(
                    "reason-missing", "Say why it was lost or withdrawn.", new FieldError("/reason", "is required"));
        }
        OpportunityStage before = stage;
        stage = to;
        reasonOfLoss = given ? reason : null;
        changed(by, now);
        return new OpportunityStageChanged(
                planId,
                plan.clientId(),
                id,
                terms.productLine(),
                before,
                to,
                amount(),
                terms.probability(),
                now,
                by.id(),
                path());
    }

    /** Notes whether what it waits for comes too late; the fact that it came at risk, when it was not before. */
    @Nullable
    OpportunityAtRisk judge(AccountPlan plan, CriticalPath path, String by, Instant now) {
        boolean was = atRisk;
        atRisk = StageRules.isBeforeBid(stage) && path.isLate() && !path.path().isEmpty();
        LocalDate expected = terms.expectedRfpOn();
        Integer slack = path.slackDays();
        return atRisk && !was && expected != null && slack != null
                ? new OpportunityAtRisk(planId, plan.clientId(), id, expected, slack, now, by, path())
                : null;
    }

    /** Moves its entity tag on when a prerequisite changes. */
    void touch(Caller by, Instant now) {
        changed(by, now);
    }

    public OpportunityStage stage() {
        return stage;
    }

    /** Whether there is still something to win. */
    public boolean isOpen() {
        return StageRules.isOpen(stage);
    }

    /** Why it was lost or withdrawn. */
    public @Nullable String reasonOfLoss() {
        return reasonOfLoss;
    }

    /** Whether its prerequisites end too late, as last judged. */
    public boolean atRisk() {
        return atRisk;
    }

    /** Revenue of a year it would bring. */
    public Money amount() {
        return new Money(terms.amount(), Currency.getInstance(terms.amountCurrency()));
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

    public OpportunityTerms terms() {
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

    /** The path of the opportunity. */
    public String path() {
        return AccountPlan.PATH + "/" + planId + "/opportunities/" + id;
    }
}
