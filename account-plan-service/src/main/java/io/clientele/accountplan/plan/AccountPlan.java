package io.clientele.accountplan.plan;

import io.clientele.contracts.accountplans.AccountPlanApproved;
import io.clientele.contracts.accountplans.AccountPlanArchived;
import io.clientele.contracts.accountplans.AccountPlanCreated;
import io.clientele.contracts.accountplans.AccountPlanRecalled;
import io.clientele.contracts.accountplans.AccountPlanRejected;
import io.clientele.contracts.accountplans.AccountPlanSubmitted;
import io.clientele.platform.caller.BookFilter;
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
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one client for one period. What is kept here and in the plan's parts is the working copy: a draft of the
 * next version, or, while no draft is open, the version in force. Approved versions are kept apart and never change.
 */
@Entity
@Table(name = "account_plan")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class AccountPlan implements Versioned {

    /** The path of the collection. */
    public static final String PATH = "/v1/account-plans";

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "client_id")
    private String clientId;

    private String title;

    @Embedded
    private PlanPeriod period;

    @Column(name = "required_product_lines")
    private String[] requiredProductLines;

    private String owner;

    @Enumerated(EnumType.STRING)
    private PlanState state = PlanState.DRAFT;

    @Column(name = "draft_version")
    private int draftVersion = 1;

    @Nullable
    @Column(name = "version_in_force")
    private Integer versionInForce;

    private String[] authors;

    @Nullable
    @Column(name = "submitted_by")
    private String submittedBy;

    @Nullable
    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Formula("""
            (exists (select 1 from plan_staleness s where s.plan_id = id and s.since > coalesce(
                (select max(v.approved_at) from account_plan_version v where v.plan_id = id), '-infinity')))""")
    private boolean stale;

    @SuppressWarnings("NullAway.Init")
    protected AccountPlan() {}

    /**
     * A first draft.
     *
     * @param owner the relationship manager of the client
     */
    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    AccountPlan(String clientId, String owner, PlanHeader header, Caller author, Instant now) {
        this.clientId = clientId;
        this.owner = owner;
        this.createdBy = author.id();
        this.createdAt = now;
        this.changedBy = author.id();
        this.changedAt = now;
        this.authors = new String[] {author.id()};
        write(header);
    }

    /** The fact that it was opened; once it has an id. */
    AccountPlanCreated created(@Nullable String tier) {
        return new AccountPlanCreated(
                id, clientId, period.from(), period.to(), owner, tier, createdAt, createdBy, path());
    }

    void change(PlanHeader header, Caller author, Instant now) {
        edit(author, now);
        write(header);
    }

    /**
     * Notes a change of the plan or of one of its parts; call it before any. A change of an approved plan opens the
     * draft of the next version while the approved one stays in force. Every change moves the plan's entity tag on, so
     * that nobody approves what they have not read.
     *
     * @throws ProblemException 409 {@code plan-submitted} or {@code plan-archived}
     */
    public void edit(Caller author, Instant now) {
        switch (state) {
            case SUBMITTED ->
                throw ProblemException.conflict(
                        "plan-submitted", "The plan waits for a decision: recall it before you change it.");
            case ARCHIVED -> throw archived();
            case APPROVED -> openNextDraft();
            case DRAFT -> {}
        }
        SortedSet<String> all = authors();
        if (all.add(author.id())) {
            authors = all.toArray(String[]::new);
        }
        changed(author, now);
    }

    /**
     * Notes the act of a second person on a part: a sign-off, a waiver. It makes nobody an author, and a plan that waits
     * for its decision may still get it.
     *
     * @throws ProblemException 409 {@code plan-archived}
     */
    public void review(Caller by, Instant now) {
        switch (state) {
            case ARCHIVED -> throw archived();
            case APPROVED -> openNextDraft();
            case DRAFT, SUBMITTED -> {}
        }
        changed(by, now);
    }

    /**
     * Asks for a decision.
     *
     * @param objectives how many objectives the draft has
     * @throws ProblemException 409 {@code plan-not-draft}
     */
    public AccountPlanSubmitted submit(Caller by, int objectives, Instant now) {
        if (state != PlanState.DRAFT) {
            throw ProblemException.conflict("plan-not-draft", "Only a draft is submitted; this plan is " + state + ".");
        }
        state = PlanState.SUBMITTED;
        submittedBy = by.id();
        submittedAt = now;
        changed(by, now);
        return new AccountPlanSubmitted(
                id, clientId, draftVersion, period.from(), period.to(), objectives, now, by.id(), path());
    }

    /**
     * Brings the submitted draft into force. Who may is for {@link PlanRights} to say.
     *
     * @throws ProblemException 409 {@code plan-not-submitted}
     */
    public AccountPlanApproved approve(Caller by, Instant now) {
        String submitter = endSubmission(PlanState.APPROVED, by, now);
        versionInForce = draftVersion;
        authors = new String[0];
        return new AccountPlanApproved(
                id, clientId, draftVersion, period.from(), period.to(), submitter, now, by.id(), path());
    }

    /**
     * Sends the submitted draft back.
     *
     * @throws ProblemException 409 {@code plan-not-submitted}
     */
    public AccountPlanRejected reject(Caller by, Instant now) {
        String submitter = endSubmission(PlanState.DRAFT, by, now);
        return new AccountPlanRejected(id, clientId, draftVersion, submitter, now, by.id(), path());
    }

    /**
     * Takes the submitted draft back before a decision.
     *
     * @throws ProblemException 409 {@code plan-not-submitted}
     */
    public AccountPlanRecalled recall(Caller by, Instant now) {
        String submitter = endSubmission(PlanState.DRAFT, by, now);
        return new AccountPlanRecalled(id, clientId, draftVersion, submitter, now, by.id(), path());
    }

    /**
     * Closes the plan for good; client and period are free for another.
     *
     * @throws ProblemException 409 {@code plan-submitted} or {@code plan-archived}
     */
    public AccountPlanArchived archive(Caller by, Instant now) {
        switch (state) {
            case SUBMITTED ->
                throw ProblemException.conflict(
                        "plan-submitted", "The plan waits for a decision: recall it before you archive it.");
            case ARCHIVED -> throw archived();
            case DRAFT, APPROVED -> state = PlanState.ARCHIVED;
        }
        changed(by, now);
        return new AccountPlanArchived(id, clientId, versionInForce, now, by.id(), path());
    }

    /**
     * Passes while the plan waits for a decision.
     *
     * @throws ProblemException 409 {@code plan-not-submitted}
     */
    public void requireSubmitted() {
        if (state != PlanState.SUBMITTED) {
            throw ProblemException.conflict(
                    "plan-not-submitted", "There is nothing to decide on: this plan is " + state + ".");
        }
    }

    private String endSubmission(PlanState next, Caller by, Instant now) {
        requireSubmitted();
        String submitter = Objects.requireNonNull(submittedBy);
        state = next;
        submittedBy = null;
        submittedAt = null;
        changed(by, now);
        return submitter;
    }

    private void openNextDraft() {
        state = PlanState.DRAFT;
        draftVersion++;
    }

    private void write(PlanHeader header) {
        title = header.title();
        period = header.period();
        requiredProductLines = header.requiredProductLines().toArray(String[]::new);
    }

    /** Always a later time than before: a change of a part alone must move the entity tag on, too. */
    private void changed(Caller by, Instant now) {
        changedBy = by.id();
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1000);
    }

    private static ProblemException archived() {
        return ProblemException.conflict("plan-archived", "The plan is closed for good: open another.");
    }

    /**
     * Passes while the plan is alive; its living parts (opportunities, commitments, actions) change without a new draft.
     *
     * @throws ProblemException 409 {@code plan-archived}
     */
    public void requireLive() {
        if (state == PlanState.ARCHIVED) {
            throw archived();
        }
    }

    public UUID id() {
        return id;
    }

    /** What the plan says about itself. */
    public PlanHeader header() {
        return new PlanHeader(title, period, requiredProductLines());
    }

    /** The path of this plan. */
    public String path() {
        return PATH + "/" + id;
    }

    @Override
    public long version() {
        return revision;
    }

    public String clientId() {
        return clientId;
    }

    public String title() {
        return title;
    }

    public PlanPeriod period() {
        return period;
    }

    /** Product lines whose specialists have to sign before the plan can be approved. */
    public SortedSet<String> requiredProductLines() {
        return new TreeSet<>(List.of(requiredProductLines));
    }

    /** User id of the relationship manager the plan was opened for. */
    public String owner() {
        return owner;
    }

    public PlanState state() {
        return state;
    }

    /** The version the working copy becomes, or became, when approved; from 1. */
    public int draftVersion() {
        return draftVersion;
    }

    /** The approved version that holds; null until the first approval. */
    public @Nullable Integer versionInForce() {
        return versionInForce;
    }

    /** Who changed the draft since the version in force. */
    public SortedSet<String> authors() {
        return new TreeSet<>(List.of(authors));
    }

    /** User id of who submitted it, while it waits. */
    public @Nullable String submittedBy() {
        return submittedBy;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    /** Whether its review is overdue, as last looked over. */
    public boolean isStale() {
        return stale;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** User id of who changed the plan or one of its parts last. */
    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
