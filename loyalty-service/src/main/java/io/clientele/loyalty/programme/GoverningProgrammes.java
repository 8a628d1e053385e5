package io.clientele.loyalty.programme;

import io.clientele.contracts.loyalty.ProgrammeActivated;
import io.clientele.contracts.loyalty.ProgrammeChange;
import io.clientele.contracts.loyalty.ProgrammeChanged;
import io.clientele.loyalty.ledger.EndingPoints;
import io.clientele.loyalty.rules.Terms;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes, reviews, approves, suspends and ends programmes, and announces versions that take effect. */
@ApplicationScoped
public class GoverningProgrammes {

    /** After which no transaction is in progress that began before a programme closed. */
    private static final Duration STRAGGLERS = Duration.ofMinutes(5);

    private final Programmes programmes;
    private final EndingPoints endingPoints;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    GoverningProgrammes(
            Programmes programmes, EndingPoints endingPoints, Events events, CurrentWork work, Clock clock) {
        this.programmes = programmes;
        this.endingPoints = endingPoints;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /** What a caller writes about a programme. */
    public record Draft(String name, ZoneId timeZone, Terms terms) {}

    /** A new programme in DRAFT. */
    @Transactional(TxType.MANDATORY)
    public LoyaltyProgramme draft(Draft draft) {
        LoyaltyProgramme programme = new LoyaltyProgramme(draft.name(), draft.timeZone(), work.caller(), now());
        programmes.persist(programme);
        programme.revise(draft.name(), draft.timeZone(), draft.terms(), work.caller(), now());
        return programme;
    }

    /** Changes the version in the making or begins the next. */
    @Transactional
    public LoyaltyProgramme revise(UUID id, IfMatch ifMatch, Draft draft) {
        LoyaltyProgramme programme = current(id, ifMatch);
        programme.revise(draft.name(), draft.timeZone(), draft.terms(), work.caller(), now());
        return flushed(programme);
    }

    /** Hands the version in the making to an approver. */
    @Transactional
    public LoyaltyProgramme submit(UUID id, IfMatch ifMatch) {
        LoyaltyProgramme programme = current(id, ifMatch);
        programme.submit(work.caller(), now());
        return flushed(programme);
    }

    /** Approves the version in review. */
    @Transactional
    public LoyaltyProgramme approve(UUID id, IfMatch ifMatch, @Nullable Instant from, @Nullable String remark) {
        LoyaltyProgramme programme = current(id, ifMatch);
        ProgrammeVersion approved = programme.approve(work.caller(), from, remark, now());
        announce(programme);
        if (approved.number() > 1 && !approved.isEffectiveAt(now())) {
            publish(programme, ProgrammeChange.TERMS_ANNOUNCED, approved, now());
        }
        return flushed(programme);
    }

    /** Returns the version in review to its makers. */
    @Transactional
    public LoyaltyProgramme reject(UUID id, IfMatch ifMatch, String reason) {
        LoyaltyProgramme programme = current(id, ifMatch);
        programme.reject(work.caller(), reason, now());
        return flushed(programme);
    }

    /** Stops enrolling, earning and spending. */
    @Transactional
    public LoyaltyProgramme suspend(UUID id, IfMatch ifMatch, String reason) {
        LoyaltyProgramme programme = current(id, ifMatch);
        programme.suspend(work.caller(), reason, now());
        publish(programme, ProgrammeChange.SUSPENDED, null, now());
        return flushed(programme);
    }

    /** Goes on after a suspension. */
    @Transactional
    public LoyaltyProgramme resume(UUID id, IfMatch ifMatch, String reason) {
        LoyaltyProgramme programme = current(id, ifMatch);
        programme.resume(work.caller(), reason, now());
        publish(programme, ProgrammeChange.RESUMED, null, now());
        return flushed(programme);
    }

    /** Ends earning now and spending after a business day. */
    @Transactional
    public LoyaltyProgramme windDown(UUID id, IfMatch ifMatch, LocalDate lastDay, String reason) {
        LoyaltyProgramme programme = current(id, ifMatch);
        programme.windDown(work.caller(), lastDay, reason, now());
        publish(programme, ProgrammeChange.WINDING_DOWN, null, now());
        return flushed(programme);
    }

    /** Closes programmes whose last day is over; what is left of their points ends. */
    @Transactional(TxType.MANDATORY)
    void closeThoseOver() {
        Instant now = now();
        for (LoyaltyProgramme programme : programmes.ending()) {
            Instant over = programme.endOfSpending();
            if (programme.state() == ProgrammeState.WINDING_DOWN && !now.isBefore(over)) {
                programme.close(work.caller(), now);
                publish(programme, ProgrammeChange.CLOSED, null, over);
                endingPoints.ofProgramme(programme.id(), now);
            } else if (programme.state() == ProgrammeState.CLOSED && now.isAfter(over.plus(STRAGGLERS))) {
                endingPoints.ofProgramme(programme.id(), now);
                programme.endPoints();
            }
        }
    }

    /** Announces versions that took effect and were not announced. */
    @Transactional(TxType.MANDATORY)
    void announceEffectiveVersions() {
        programmes.withVersionToAnnounce(now()).forEach(this::announce);
    }

    private void announce(LoyaltyProgramme programme) {
        programme.announceEffective(now()).forEach(version -> publish(programme, version));
    }

    private void publish(
            LoyaltyProgramme programme, ProgrammeChange change, @Nullable ProgrammeVersion announced, Instant at) {
        events.publish(
                new ProgrammeChanged(
                        programme.id(),
                        programme.name(),
                        change,
                        announced == null ? null : announced.number(),
                        announced == null ? null : announced.terms().termsVersion(),
                        announced == null ? null : announced.effectiveFrom(),
                        programme.spendUntil(),
                        at,
                        work.caller().id(),
                        programme.link()),
                at);
    }

    private void publish(LoyaltyProgramme programme, ProgrammeVersion version) {
        Instant effectiveFrom = Objects.requireNonNull(version.effectiveFrom());
        events.publish(
                new ProgrammeActivated(
                        programme.id(),
                        programme.name(),
                        version.number(),
                        version.terms().currencyCodes(),
                        programme.timeZone().getId(),
                        version.makers().getFirst(),
                        effectiveFrom,
                        work.caller().id(),
                        programme.link()),
                effectiveFrom);
    }

    private LoyaltyProgramme current(UUID id, IfMatch ifMatch) {
        LoyaltyProgramme programme = programmes.get(id);
        ifMatch.check(programme);
        return programme;
    }

    /** With its version final, so that the entity tag can be told. */
    private LoyaltyProgramme flushed(LoyaltyProgramme programme) {
        programmes.flush();
        return programme;
    }

    /** As exact as the database keeps times. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
