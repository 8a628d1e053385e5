package io.clientele.accountplan.review;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** That a plan was looked through and found still right. Never changed. */
@Entity
@Immutable
@Table(name = "plan_review")
public class PlanReview {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "reviewed_by")
    private String reviewedBy;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    private String comment;

    @SuppressWarnings("NullAway.Init")
    protected PlanReview() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    PlanReview(AccountPlan plan, String comment, Caller by, Instant now) {
        this.planId = plan.id();
        this.reviewedBy = by.id();
        this.reviewedAt = now;
        this.comment = comment;
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public String reviewedBy() {
        return reviewedBy;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }

    /** What was found. */
    public String comment() {
        return comment;
    }

    /** The path of the collection it is in. */
    public String path() {
        return AccountPlan.PATH + "/" + planId + "/reviews";
    }
}
