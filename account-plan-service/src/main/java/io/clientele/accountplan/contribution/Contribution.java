package io.clientele.accountplan.contribution;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.contracts.Money;
import io.clientele.contracts.accountplans.ContributionRequested;
import io.clientele.contracts.accountplans.ContributionSignedOff;
import io.clientele.contracts.accountplans.ContributionVoided;
import io.clientele.contracts.accountplans.VoidReason;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** The section one product specialist was asked to write and to sign. Nobody else drafts or signs it. */
@Entity
@Table(name = "contribution")
public class Contribution implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Column(name = "product_line", updatable = false)
    private String productLine;

    @Column(updatable = false)
    private String specialist;

    @Nullable
    @Column(name = "due_on", updatable = false)
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ContributionState state = ContributionState.REQUESTED;

    @Nullable
    private String analysis;

    @Nullable
    private String proposal;

    @Nullable
    @Column(name = "expected_revenue")
    private BigDecimal expectedRevenue;

    @Nullable
    @Column(name = "expected_currency")
    private String expectedCurrency;

    @Nullable
    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Contribution() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    Contribution(
            AccountPlan plan,
            String productLine,
            String specialist,
            @Nullable LocalDate dueOn,
            Caller requester,
            Instant now) {
        this.planId = plan.id();
        this.productLine = productLine;
        this.specialist = specialist;
        this.dueOn = dueOn;
        this.requestedBy = requester.id();
        this.requestedAt = now;
        this.changedBy = requester.id();
        this.changedAt = now;
    }

    ContributionRequested requested(AccountPlan plan) {
        return new ContributionRequested(
                planId,
                plan.clientId(),
                id,
                productLine,
                specialist,
                dueOn,
                plan.requiredProductLines().contains(productLine),
                requestedAt,
                requestedBy,
                path());
    }

    /**
     * Takes the specialist's draft. A material change of a signed section voids its signature; an immaterial one keeps it.
     *
     * @return the signature that no longer holds, if any
     * @throws ProblemException 403 {@code not-asked-specialist}, 409 {@code contribution-declined}
     */
    Optional<ContributionVoided> draft(AccountPlan plan, Section section, Caller by, Instant now) {
        requireSpecialist(by);
        requireNotDeclined();
        Section before = section();
        boolean signed = state == ContributionState.SIGNED_OFF;
        boolean material = before == null || section.differsMateriallyFrom(before);
        write(section);
        changed(by, now);
        if (signed && !material) {
            return Optional.empty();
        }
        state = ContributionState.DRAFTED;
        signedAt = null;
        return signed ? Optional.of(voided(plan, VoidReason.EDITED)) : Optional.empty();
    }

    /**
     * The specialist signs the draft.
     *
     * @throws ProblemException 403 {@code not-asked-specialist}, 409 {@code contribution-not-drafted}
     */
    ContributionSignedOff signOff(AccountPlan plan, Caller by, Instant now) {
        requireSpecialist(by);
        if (state != ContributionState.DRAFTED) {
            throw ProblemException.conflict(
                    "contribution-not-drafted", "Only a drafted section is signed; this one is " + state + ".");
        }
        state = ContributionState.SIGNED_OFF;
        signedAt = now;
        changed(by, now);
        return new ContributionSignedOff(planId, plan.clientId(), id, productLine, specialist, now, by.id(), path());
    }

    /**
     * A writer of the plan sends the section back for another draft.
     *
     * @return the signature that no longer holds, if any
     * @throws ProblemException 409 {@code contribution-not-drafted}
     */
    Optional<ContributionVoided> sendBack(AccountPlan plan, Caller by, Instant now) {
        boolean signed = state == ContributionState.SIGNED_OFF;
        if (!signed && state != ContributionState.DRAFTED) {
            throw ProblemException.conflict(
                    "contribution-not-drafted",
                    "Only a drafted or signed section is sent back; this one is " + state + ".");
        }
        state = ContributionState.RETURNED;
        signedAt = null;
        changed(by, now);
        return signed ? Optional.of(voided(plan, VoidReason.RETURNED)) : Optional.empty();
    }

    /**
     * The specialist will not write it.
     *
     * @throws ProblemException 403 {@code not-asked-specialist}, 409 {@code contribution-signed-off} or
     *     {@code contribution-declined}
     */
    void decline(Caller by, Instant now) {
        requireSpecialist(by);
        requireNotDeclined();
        if (state == ContributionState.SIGNED_OFF) {
            throw ProblemException.conflict(
                    "contribution-signed-off", "You signed this section: change it instead of declining it.");
        }
        state = ContributionState.DECLINED;
        changed(by, now);
    }

    private ContributionVoided voided(AccountPlan plan, VoidReason reason) {
        return new ContributionVoided(
                planId, plan.clientId(), id, productLine, specialist, reason, changedAt, changedBy, path());
    }

    private void requireSpecialist(Caller by) {
        if (!by.id().equals(specialist)) {
            throw ProblemException.forbidden(
                    "not-asked-specialist",
                    "Only the specialist who was asked drafts, signs or declines this section.");
        }
    }

    private void requireNotDeclined() {
        if (state == ContributionState.DECLINED) {
            throw ProblemException.conflict(
                    "contribution-declined", "This request was declined: ask a specialist anew.");
        }
    }

    private void write(Section section) {
        analysis = section.analysis();
        proposal = section.proposal();
        Money revenue = section.expectedRevenue();
        expectedRevenue = revenue == null ? null : revenue.amount();
        expectedCurrency = revenue == null ? null : revenue.currency().getCurrencyCode();
    }

    private void changed(Caller by, Instant now) {
        changedBy = by.id();
        changedAt = now;
    }

    /** What was written last; null until a first draft. */
    public @Nullable Section section() {
        if (proposal == null) {
            return null;
        }
        return new Section(
                analysis,
                proposal,
                expectedRevenue == null || expectedCurrency == null
                        ? null
                        : new Money(expectedRevenue, Currency.getInstance(expectedCurrency)));
    }

    /** What an approved version keeps of it. */
    public ContributionFacts facts() {
        return new ContributionFacts(id, productLine, specialist, state, section(), signedAt);
    }

    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return revision;
    }

    /** Whether it waits for its specialist past its day. */
    public boolean isOverdue(LocalDate today) {
        return dueOn != null
                && dueOn.isBefore(today)
                && state != ContributionState.SIGNED_OFF
                && state != ContributionState.DECLINED;
    }

    public UUID planId() {
        return planId;
    }

    public String productLine() {
        return productLine;
    }

    /** User id of who was asked. */
    public String specialist() {
        return specialist;
    }

    /** The day it is wanted by. */
    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    public ContributionState state() {
        return state;
    }

    /** When the specialist signed; null while no signature holds. */
    public @Nullable Instant signedAt() {
        return signedAt;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** The path of this contribution. */
    public String path() {
        return AccountPlan.PATH + "/" + planId + "/contributions/" + id;
    }
}
