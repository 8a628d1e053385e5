package io.clientele.loyalty.ledger;

import io.clientele.contracts.loyalty.PointsActivated;
import io.clientele.contracts.loyalty.PointsAdjusted;
import io.clientele.contracts.loyalty.PointsReinstated;
import io.clientele.contracts.loyalty.PointsReversed;
import io.clientele.contracts.loyalty.ReversedKind;
import io.clientele.loyalty.ledger.PointsMoved.Kind;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes back, gives back and mends points. Every movement is one posting that sums to zero, together with its event. */
@ApplicationScoped
public class Corrections {

    private final CorrectionPostings postings;
    private final EndingPoints ending;
    private final ExpiryNotice notice;
    private final PointsMoved moved;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    Corrections(
            CorrectionPostings postings,
            EndingPoints ending,
            ExpiryNotice notice,
            PointsMoved moved,
            Events events,
            CurrentWork work,
            Clock clock) {
        this.postings = postings;
        this.ending = ending;
        this.notice = notice;
        this.moved = moved;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What was taken back or given back.
     *
     * @param points by this
     * @param owed of them, those the member now owes
     * @param remaining of the original, not taken back yet
     */
    public record Undone(UUID transactionId, long points, long owed, long remaining, long available) {}

    /**
     * Takes an earning back.
     *
     * @param points null for all that is left
     * @param source the bank's own id of what caused it; it counts once per earning
     * @throws Refused 409 with the reason
     */
    @Transactional(TxType.MANDATORY)
    public Undone reverse(
            Holder holder,
            String currency,
            UUID earning,
            @Nullable Long points,
            ReversalPolicy policy,
            @Nullable String source) {
        Instant now = clock.instant();
        CorrectionPostings.Reversal reversal = postings.reverse(earning, points, policy, source, now);
        if (reversal.refusal() != null) {
            throw new Refused(reversal.refusal());
        }
        UUID posting = Objects.requireNonNull(reversal.posting());
        ending.again(holder, now);
        moved.count(Kind.REVERSED, reversal.points());
        events.publish(
                new PointsReversed(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        currency,
                        posting,
                        earning,
                        ReversedKind.EARNING,
                        reversal.points(),
                        reversal.owed() == 0 ? null : reversal.owed(),
                        source,
                        reversal.available(),
                        now,
                        work.caller().id(),
                        holder.transactionLink(posting)),
                now);
        return new Undone(posting, reversal.points(), reversal.owed(), reversal.remaining(), reversal.available());
    }

    /**
     * Gives points of a redemption back to the lots they came from, with the expiry those have.
     *
     * @param points null for all that is left
     * @param grace until when points past their expiry live on; null for not at all
     * @throws Refused 409 with the reason
     */
    @Transactional(TxType.MANDATORY)
    public Undone refund(
            Holder holder, String currency, UUID redemption, @Nullable Long points, @Nullable Instant grace) {
        Instant now = clock.instant();
        CorrectionPostings.Refund refund = postings.refund(redemption, points, grace, now);
        if (refund.refusal() != null) {
            throw new Refused(refund.refusal());
        }
        UUID posting = Objects.requireNonNull(refund.posting());
        ending.again(holder, now);
        moved.count(Kind.REFUNDED, refund.points());
        events.publish(
                new PointsReversed(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        currency,
                        posting,
                        redemption,
                        ReversedKind.REDEMPTION,
                        refund.points(),
                        null,
                        null,
                        refund.available() + refund.expired(),
                        now,
                        work.caller().id(),
                        holder.transactionLink(posting)),
                now);
        if (refund.expiry() != null) {
            notice.publish(
                    new Postings.Expired(refund.expiry(), holder, currency, refund.expired(), now, refund.available()));
        }
        return new Undone(posting, refund.points(), 0, refund.remaining(), refund.available());
    }

    /**
     * Points to be credited (above zero) or taken (below zero) by hand.
     *
     * @param id of the adjustment; it is posted once
     * @param reason code of the reason
     * @param approvedBy null below the limit
     * @param expiresAt of points credited; null when they do not expire
     */
    public record Adjusted(
            UUID id,
            String currency,
            long points,
            String reason,
            @Nullable String approvedBy,
            int programmeVersion,
            @Nullable Instant expiresAt) {}

    /**
     * Posts an adjustment.
     *
     * @throws InsufficientPoints when points to be taken are not there
     */
    @Transactional(TxType.MANDATORY)
    public Posted adjust(Holder holder, Adjusted adjusted) {
        Instant now = clock.instant();
        CorrectionPostings.Change change = postings.adjust(
                adjusted.id().toString(),
                holder.memberId(),
                adjusted.currency(),
                adjusted.points(),
                adjusted.programmeVersion(),
                adjusted.expiresAt(),
                now);
        if (change.posting() == null) {
            throw new InsufficientPoints(adjusted.currency(), -adjusted.points(), change.available());
        }
        moved.count(Kind.ADJUSTED, Math.abs(adjusted.points()));
        events.publish(
                new PointsAdjusted(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        adjusted.currency(),
                        change.posting(),
                        adjusted.points(),
                        adjusted.id(),
                        adjusted.reason(),
                        adjusted.approvedBy(),
                        change.available(),
                        now,
                        work.caller().id(),
                        holder.transactionLink(change.posting())),
                now);
        return new Posted(change.posting(), change.available());
    }

    /**
     * Points taken over from another system.
     *
     * @param adjustment id of the adjustment they are kept as; it is posted once
     * @param earnedAt since when they age
     * @param expiresAt null when they do not expire
     */
    public record Imported(
            UUID adjustment,
            Holder holder,
            String currency,
            long points,
            String reference,
            int programmeVersion,
            Instant earnedAt,
            @Nullable Instant expiresAt) {}

    /**
     * Credits points taken over, many at once.
     *
     * @return posting by adjustment
     */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, UUID> importPoints(List<Imported> imports) {
        Instant now = clock.instant();
        Map<UUID, Imported> byAdjustment =
                imports.stream().collect(Collectors.toMap(Imported::adjustment, each -> each));
        Map<UUID, UUID> made = new HashMap<>();
        List<PointsAdjusted> told = new ArrayList<>();
        for (CorrectionPostings.ImportPosting posted : postings.importPoints(imports, now)) {
            Imported imported = Objects.requireNonNull(byAdjustment.get(posted.adjustment()));
            Holder holder = imported.holder();
            made.put(posted.adjustment(), posted.posting());
            told.add(new PointsAdjusted(
                    holder.memberId(),
                    holder.programmeId(),
                    holder.clientId(),
                    imported.currency(),
                    posted.posting(),
                    imported.points(),
                    imported.adjustment(),
                    "MIGRATION",
                    null,
                    posted.available(),
                    now,
                    work.caller().id(),
                    holder.transactionLink(posted.posting())));
        }
        moved.count(Kind.ADJUSTED, imports.stream().mapToLong(Imported::points).sum());
        events.publishAll(told);
        return made;
    }

    /**
     * Gives points that expired back; they live until {@code until}.
     *
     * @throws Refused 409 {@code not-reinstatable}
     */
    @Transactional(TxType.MANDATORY)
    public Undone reinstate(Holder holder, String currency, UUID expiry, Instant until) {
        Instant now = clock.instant();
        CorrectionPostings.Change change = postings.reinstate(expiry, until, now);
        if (change.posting() == null) {
            throw new Refused("not-reinstatable");
        }
        moved.count(Kind.REINSTATED, change.points());
        events.publish(
                new PointsReinstated(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        currency,
                        change.posting(),
                        change.points(),
                        expiry,
                        holder.lastDayBefore(until),
                        change.available(),
                        now,
                        work.caller().id(),
                        holder.transactionLink(change.posting())),
                now);
        return new Undone(change.posting(), change.points(), 0, 0, change.available());
    }

    /**
     * Makes the pending points of one earning spendable.
     *
     * @throws Refused 409 {@code nothing-pending}
     */
    @Transactional(TxType.MANDATORY)
    public Undone activate(Holder holder, String currency, UUID earning) {
        Instant now = clock.instant();
        CorrectionPostings.Change change = postings.activate(earning, now);
        if (change.posting() == null) {
            throw new Refused("nothing-pending");
        }
        publish(new CorrectionPostings.Activated(
                change.posting(), holder, currency, change.points(), now, change.available()));
        return new Undone(change.posting(), change.points(), 0, 0, change.available());
    }

    /**
     * Activates the points that are due in at most {@code accounts} accounts nobody else works on.
     *
     * @return postings made; 0 when nothing is due or others are at it
     */
    @Transactional(TxType.MANDATORY)
    int activateDue(int accounts) {
        List<CorrectionPostings.Activated> activated = postings.activateDue(clock.instant(), accounts);
        activated.forEach(this::publish);
        return activated.size();
    }

    private void publish(CorrectionPostings.Activated activated) {
        Holder holder = activated.holder();
        moved.count(Kind.ACTIVATED, activated.points());
        events.publish(
                new PointsActivated(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        activated.currency(),
                        activated.posting(),
                        activated.points(),
                        activated.available(),
                        activated.activatedAt(),
                        work.caller().id(),
                        holder.transactionLink(activated.posting())),
                activated.activatedAt());
    }
}
