package io.clientele.accountplan.opportunity;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.contracts.accountplans.PrerequisiteKind;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that has to be in place before we bid: owned, dated, and waiting for others. */
@Entity
@Table(name = "prerequisite")
public class Prerequisite implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Column(name = "opportunity_id", updatable = false)
    private UUID opportunityId;

    private String title;

    @Enumerated(EnumType.STRING)
    private PrerequisiteKind kind;

    private String owner;

    private boolean blocker;

    private int days;

    @Nullable
    @Column(name = "due_on")
    private LocalDate dueOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "depends_on")
    private List<UUID> dependsOn;

    @Nullable
    @Column(name = "met_on")
    private LocalDate metOn;

    @Nullable
    @Column(name = "met_by")
    private String metBy;

    @Nullable
    private String evidence;

    /**
     * What a prerequisite says.
     *
     * @param owner user id of who answers for it
     * @param blocker whether the bid must not begin without it
     * @param days how long it takes once everything it depends on is in place
     * @param dependsOn other prerequisites of the same opportunity
     */
    public record Terms(
            String title,
            PrerequisiteKind kind,
            String owner,
            boolean blocker,
            int days,
            @Nullable LocalDate dueOn,
            List<UUID> dependsOn) {

        public Terms {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected Prerequisite() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    Prerequisite(Opportunity opportunity, Terms terms) {
        this.planId = opportunity.planId();
        this.opportunityId = opportunity.id();
        write(terms);
    }

    /** Says something else from now on. */
    final void write(Terms terms) {
        title = terms.title();
        kind = terms.kind();
        owner = terms.owner();
        blocker = terms.blocker();
        days = terms.days();
        dueOn = terms.dueOn();
        dependsOn = terms.dependsOn();
    }

    /**
     * It is in place.
     *
     * @throws ProblemException 409 {@code prerequisite-met}
     */
    void meet(Caller by, LocalDate on, String proof) {
        if (metOn != null) {
            throw ProblemException.conflict("prerequisite-met", "It was met already, on " + metOn + ".");
        }
        metOn = on;
        metBy = by.id();
        evidence = proof;
    }

    CriticalPath.Task task() {
        return new CriticalPath.Task(id, days, Set.copyOf(dependsOn), isMet());
    }

    /** Whether it is in place. */
    public boolean isMet() {
        return metOn != null;
    }

    /** Whether the bid must not begin, because of it. */
    public boolean blocks() {
        return blocker && metOn == null;
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

    public UUID opportunityId() {
        return opportunityId;
    }

    public Terms terms() {
        return new Terms(title, kind, owner, blocker, days, dueOn, dependsOn);
    }

    /** Day it was in place. */
    public @Nullable LocalDate metOn() {
        return metOn;
    }

    /** User id of who said so. */
    public @Nullable String metBy() {
        return metBy;
    }

    /** What shows it. */
    public @Nullable String evidence() {
        return evidence;
    }

    /** The path of this prerequisite. */
    public String path() {
        return AccountPlan.PATH + "/" + planId + "/opportunities/" + opportunityId + "/prerequisites/" + id;
    }
}
