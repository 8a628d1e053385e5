package io.clientele.loyalty.programme;

import io.clientele.loyalty.rules.Terms;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A loyalty programme. */
@Entity
@Table(name = "programme")
public class LoyaltyProgramme implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private ProgrammeState state;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "spend_until")
    private @Nullable LocalDate spendUntil;

    @Column(name = "points_ended")
    private boolean pointsEnded;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    @OneToMany(mappedBy = "programme", cascade = CascadeType.PERSIST)
    @OrderBy("key.number")
    private List<ProgrammeVersion> versions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "programme_state_change", joinColumns = @JoinColumn(name = "programme_id"))
    @OrderColumn(name = "number")
    private List<StateChange> stateChanges = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected LoyaltyProgramme() {}

    /** A programme in DRAFT, whose first version is still to be given by {@link #revise}. */
    @SuppressWarnings("NullAway.Init")
    LoyaltyProgramme(String name, ZoneId timeZone, Caller author, Instant now) {
        this.name = name;
        this.timeZone = timeZone.getId();
        this.createdBy = author.id();
        this.createdAt = now;
        this.changedAt = now;
        this.state = ProgrammeState.DRAFT;
        stateChanges.add(new StateChange(state, now, author.id(), null));
    }

    /**
     * Changes the version in the making, or begins the next one. Name and time zone are settled with the first approval.
     *
     * @throws ProblemException 409 while a version is in review, 422 when name or time zone change too late
     */
    void revise(String newName, ZoneId newTimeZone, Terms terms, Caller editor, Instant now) {
        if (state == ProgrammeState.DRAFT) {
            name = newName;
            timeZone = newTimeZone.getId();
        } else if (!name.equals(newName) || !timeZone.equals(newTimeZone.getId())) {
            throw ProblemException.ruleViolated(
                    "name-and-time-zone-settled",
                    "Name and time zone of a programme are settled with its first approval.",
                    new FieldError(name.equals(newName) ? "/timeZone" : "/name", "cannot change any more"));
        }
        Optional<ProgrammeVersion> open = inTheMaking();
        if (open.isPresent()) {
            open.get().revise(terms, editor);
        } else {
            requireState("revised", ProgrammeState.DRAFT, ProgrammeState.ACTIVE, ProgrammeState.SUSPENDED);
            versions.add(new ProgrammeVersion(this, versions.size() + 1, terms, editor));
        }
        changedAt = now;
    }

    /** Hands the version in the making to an approver. */
    void submit(Caller submitter, Instant now) {
        openVersion().submit(submitter);
        if (state == ProgrammeState.DRAFT) {
            enter(ProgrammeState.IN_REVIEW, submitter, null, now);
        }
        changedAt = now;
    }

    /**
     * Approves the version in review; the first approval opens the programme.
     *
     * @param from when it takes effect; null for as early as the notice promised to members allows
     * @return the version
     * @throws ProblemException 403 {@code four-eyes} for one of its makers, 422 when {@code from} lies before now or
     *     before the version approved last, or when the notice would be too short
     */
    ProgrammeVersion approve(Caller approver, @Nullable Instant from, @Nullable String remark, Instant now) {
        Instant earliest = earliestChange(now);
        Instant effective = from == null ? earliest : from;
        boolean tooEarly = effective.isBefore(now)
                || versions.stream()
                        .map(ProgrammeVersion::effectiveFrom)
                        .anyMatch(former -> former != null && !former.isBefore(effective));
        if (tooEarly) {
            throw ProblemException.ruleViolated(
                    "effective-too-early",
                    "A version takes effect now or later, and after every version approved before: what happened is judged by the version of its own time.",
                    new FieldError("/effectiveFrom", "is too early"));
        }
        if (effective.isBefore(earliest)) {
            throw noticeTooShort("/effectiveFrom", "is " + earliest + " or later");
        }
        ProgrammeVersion approved = openVersion();
        approved.approve(approver, effective, remark, now);
        if (state == ProgrammeState.IN_REVIEW) {
            enter(ProgrammeState.ACTIVE, approver, remark, now);
        }
        changedAt = now;
        return approved;
    }

    /** When a change may take effect at the earliest that is announced now: the terms in force promise the notice. */
    private Instant earliestChange(Instant now) {
        int days = noticeDays(now);
        return days == 0
                ? now
                : today(now).plusDays(days).atStartOfDay(timeZone()).toInstant();
    }

    private int noticeDays(Instant now) {
        return inForceAt(now)
                .map(version -> version.terms().participationOrDefaults().noticeDaysOrDefault())
                .orElse(0);
    }

    private LocalDate today(Instant now) {
        return now.atZone(timeZone()).toLocalDate();
    }

    private static ProblemException noticeTooShort(String pointer, String allowed) {
        return ProblemException.ruleViolated(
                "notice-too-short",
                "The terms in force promise members a longer notice.",
                new FieldError(pointer, allowed));
    }

    /** Marks the versions that have come into force as announced, and gives those that were not. */
    List<ProgrammeVersion> announceEffective(Instant now) {
        List<ProgrammeVersion> fresh = versions.stream()
                .filter(candidate -> candidate.isEffectiveAt(now) && candidate.announce())
                .toList();
        if (!fresh.isEmpty()) {
            changedAt = now;
        }
        return fresh;
    }

    /** Returns the version in review to its makers. */
    void reject(Caller approver, String reason, Instant now) {
        openVersion().reject(approver, reason, now);
        if (state == ProgrammeState.IN_REVIEW) {
            enter(ProgrammeState.DRAFT, approver, reason, now);
        }
        changedAt = now;
    }

    /** Terms of the version in force; those of the newest before the first takes effect. */
    public Terms termsAt(Instant now) {
        return inForceAt(now).orElseGet(versions::getLast).terms();
    }

    /** Whether {@code name} is the bank's name of terms in force at {@code now}, or announced by then. */
    public boolean knowsTerms(String name, Instant now) {
        return name.equals(termsAt(now).termsVersion())
                || versions.stream()
                        .anyMatch(version -> version.effectiveFrom() != null
                                && version.effectiveFrom().isAfter(now)
                                && version.terms().termsVersion().equals(name));
    }

    /** Stops enrolling, earning and spending. */
    void suspend(Caller actor, String reason, Instant now) {
        requireState("suspended", ProgrammeState.ACTIVE);
        enter(ProgrammeState.SUSPENDED, actor, reason, now);
    }

    /** Goes on after a suspension; what happened meanwhile earns nothing. */
    void resume(Caller actor, String reason, Instant now) {
        requireState("resumed", ProgrammeState.SUSPENDED);
        enter(ProgrammeState.ACTIVE, actor, reason, now);
    }

    /**
     * Ends earning and enrolling now, and spending after a business day. Repeated, it gives members more time.
     *
     * @param lastDay on which members can spend
     * @throws ProblemException 409 unless it runs, is suspended or winds down; 422 {@code notice-too-short}, or when
     *     {@code lastDay} lies before the one announced
     */
    void windDown(Caller actor, LocalDate lastDay, String reason, Instant now) {
        requireState("wound down", ProgrammeState.ACTIVE, ProgrammeState.SUSPENDED, ProgrammeState.WINDING_DOWN);
        LocalDate earliest = spendUntil == null ? today(now).plusDays(noticeDays(now)) : spendUntil;
        if (lastDay.isBefore(earliest)) {
            throw noticeTooShort("/spendUntil", "is " + earliest + " or later");
        }
        spendUntil = lastDay;
        enter(ProgrammeState.WINDING_DOWN, actor, reason, now);
    }

    /** Closes a programme whose last day is over, as of the end of that day. */
    void close(Caller actor, Instant now) {
        requireState("closed", ProgrammeState.WINDING_DOWN);
        enter(ProgrammeState.CLOSED, actor, null, endOfSpending());
        changedAt = now;
    }

    /** Notes that all points left are on their way out. */
    void endPoints() {
        pointsEnded = true;
    }

    /** First instant members can no longer spend; only for one that winds down or is closed. */
    Instant endOfSpending() {
        return Objects.requireNonNull(spendUntil)
                .plusDays(1)
                .atStartOfDay(timeZone())
                .toInstant();
    }

    private void enter(ProgrammeState next, Caller actor, @Nullable String reason, Instant now) {
        state = next;
        changedAt = now;
        stateChanges.add(new StateChange(next, now, actor.id(), reason));
    }

    private void requireState(String verb, ProgrammeState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw ProblemException.conflict(
                    "programme-not-" + allowed[0].name().toLowerCase(java.util.Locale.ROOT),
                    "The programme is " + state + " and cannot be " + verb + ".");
        }
    }

    /**
     * Passes when members can enrol, earn and spend now.
     *
     * @throws ProblemException 409 {@code programme-not-active}
     */
    public void requireActive() {
        requireState("used", ProgrammeState.ACTIVE);
    }

    /**
     * Passes when members can spend at {@code now}: while it runs, and while it winds down until its last day is over.
     *
     * @throws ProblemException 409 {@code programme-not-active}
     */
    public void requireSpending(Instant now) {
        if (state != ProgrammeState.WINDING_DOWN || !now.isBefore(endOfSpending())) {
            requireActive();
        }
    }

    /**
     * Passes unless it is over.
     *
     * @throws ProblemException 409 {@code programme-closed}
     */
    public void requireNotClosed() {
        if (state == ProgrammeState.CLOSED) {
            throw ProblemException.conflict("programme-closed", "The programme is over; nothing moves any more.");
        }
    }

    /** Last business day members can spend; null unless it winds down or is closed. */
    public @Nullable LocalDate spendUntil() {
        return spendUntil;
    }

    private ProgrammeVersion openVersion() {
        return inTheMaking()
                .orElseThrow(() -> ProblemException.conflict(
                        "no-version-in-the-making",
                        "There is no version being written or reviewed; change the programme first."));
    }

    /** The version being written or reviewed. */
    public Optional<ProgrammeVersion> inTheMaking() {
        return versions.stream()
                .filter(candidate -> candidate.state() != ProgrammeVersion.State.APPROVED)
                .findFirst();
    }

    /** The version in force at {@code time}. */
    public Optional<ProgrammeVersion> inForceAt(Instant time) {
        return versions.reversed().stream()
                .filter(candidate -> candidate.isEffectiveAt(time))
                .findFirst();
    }

    /** Code of the main currency of points: the first of the version in force, or else of the newest. */
    public String mainCurrency(Instant now) {
        return termsAt(now).currencyCodes().getFirst();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public ProgrammeState state() {
        return state;
    }

    /** Of the programme's business days. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** All versions by number. */
    public List<ProgrammeVersion> versions() {
        return List.copyOf(versions);
    }

    /** The states it has been in, oldest first. */
    public List<StateChange> stateChanges() {
        return List.copyOf(stateChanges);
    }

    @Override
    public long version() {
        return version;
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + id;
    }
}
