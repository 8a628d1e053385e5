package io.clientele.accountplan.priority;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A strategic priority of a plan. */
@Entity
@Table(name = "priority")
public class Priority implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Embedded
    private PriorityTerms terms;

    @SuppressWarnings("NullAway.Init")
    protected Priority() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    Priority(AccountPlan plan, PriorityTerms terms) {
        this.planId = plan.id();
        this.terms = terms;
    }

    void change(PriorityTerms changed) {
        terms = changed;
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

    public PriorityTerms terms() {
        return terms;
    }

    /** The path of this priority. */
    public String path() {
        return AccountPlan.PATH + "/" + planId + "/priorities/" + id;
    }

    /** What an approved version keeps of it. */
    public PriorityFacts facts() {
        return new PriorityFacts(id, terms.title(), terms.description(), terms.rank());
    }
}
