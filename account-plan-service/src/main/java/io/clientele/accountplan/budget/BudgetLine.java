package io.clientele.accountplan.budget;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** Revenue a year is to bring with a product line and a company. */
@Entity
@Table(name = "budget_line")
public class BudgetLine implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Embedded
    private BudgetLineTerms terms;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected BudgetLine() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    BudgetLine(AccountPlan plan, BudgetLineTerms terms, Caller author, Instant now) {
        this.planId = plan.id();
        this.terms = terms;
        this.createdBy = author.id();
        this.createdAt = now;
        this.changedBy = author.id();
        this.changedAt = now;
    }

    void change(BudgetLineTerms changed, Caller author, Instant now) {
        terms = changed;
        changed(author, now);
    }

    private void changed(Caller by, Instant now) {
        changedBy = by.id();
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1000);
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

    public BudgetLineTerms terms() {
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

    /** The path of the budget line. */
    public String path() {
        return AccountPlan.PATH + "/" + planId + "/budget-lines/" + id;
    }
}
