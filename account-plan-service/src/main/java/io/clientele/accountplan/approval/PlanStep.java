package io.clientele.accountplan.approval;

import io.clientele.accountplan.plan.AccountPlan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One entry in the history of a plan: what was done with it as a whole, by whom, when and why. Never changed. */
@Entity
@Immutable
@Table(name = "account_plan_step")
public class PlanStep {

    /** What was done. */
    @Schema(name = "PlanStepKind", description = "What was done with a plan as a whole.")
    public enum Kind {
        /** The draft was submitted. */
        SUBMITTED,
        /** The draft came into force. */
        APPROVED,
        /** The draft was sent back by its approver. */
        REJECTED,
        /** The draft was taken back by its own side. */
        RECALLED,
        /** The plan was closed for good. */
        ARCHIVED
    }

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "plan_id")
    private UUID planId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private int version;

    private String actor;

    private Instant at;

    @Nullable
    private String comment;

    @SuppressWarnings("NullAway.Init")
    protected PlanStep() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    PlanStep(AccountPlan plan, Kind kind, String actor, Instant at, @Nullable String comment) {
        this.planId = plan.id();
        this.kind = kind;
        this.version = plan.draftVersion();
        this.actor = actor;
        this.at = at;
        this.comment = comment;
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public Kind kind() {
        return kind;
    }

    /** The version the working copy was, or was to become. */
    public int version() {
        return version;
    }

    /** User id of who did it. */
    public String actor() {
        return actor;
    }

    /** When, business time. */
    public Instant at() {
        return at;
    }

    public @Nullable String comment() {
        return comment;
    }
}
