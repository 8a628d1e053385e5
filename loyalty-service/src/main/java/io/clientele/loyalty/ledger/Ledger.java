package io.clientele.loyalty.ledger;

import io.clientele.contracts.loyalty.PointsEarned;
import io.clientele.contracts.loyalty.PointsRedeemed;
import io.clientele.contracts.loyalty.PointsReleased;
import io.clientele.contracts.loyalty.PointsReserved;
import io.clientele.contracts.loyalty.ReleaseReason;
import io.clientele.loyalty.ledger.PointsMoved.Kind;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves points. Every movement is one posting that sums to zero, in the transaction in progress, together with its event.
 * Postings of one account happen one after the other; what would overdraw it is refused.
 */
@ApplicationScoped
public class Ledger {

    /** The most points one posting moves. */
    public static final long MAX_POINTS = 1_000_000_000_000L;

    private final Postings postings;
    private final EndingPoints ending;
    private final ExpiryNotice notice;
    private final PointsMoved moved;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    Ledger(
            Postings postings,
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

    static void requirePoints(long points) {
        if (points < 1 || points > MAX_POINTS) {
            throw new IllegalArgumentException("points are 1 to " + MAX_POINTS);
        }
    }

    /**
     * Credits what activities earned, in their order.
     *
     * @return per place in {@code earnings} what was credited; no entry for an activity that has counted before
     */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, List<Credited>> earn(List<Earning> earnings) {
        Map<Integer, List<Credited>> credited = postings.earn(earnings, clock.instant());
        credited.forEach((place, credits) ->
                credits.stream().filter(Credited::isPosted).forEach(credit -> publish(earnings.get(place), credit)));
        return credited;
    }

    /**
     * Spends points at once, earliest expiry first.
     *
     * @throws InsufficientPoints when the member cannot spend so many
     */
    @Transactional(TxType.MANDATORY)
    public Posted redeem(Holder holder, String currency, long points, @Nullable UUID reward) {
        requirePoints(points);
        Instant now = clock.instant();
        Posted posted = accepted(postings.redeem(holder.memberId(), currency, points, now), currency, points);
        publishRedeemed(holder, currency, points, reward, null, posted, now);
        return posted;
    }

    /**
     * Locks points until the hold's deadline, earliest expiry first. They do not expire meanwhile.
     *
     * @throws InsufficientPoints when the member cannot spend so many
     */
    @Transactional(TxType.MANDATORY)
    public Posted reserve(Holder holder, Hold hold) {
        Instant now = clock.instant();
        Posted posted = accepted(postings.reserve(holder.memberId(), hold, now), hold.currency(), hold.points());
        moved.count(Kind.RESERVED, hold.points());
        events.publish(
                new PointsReserved(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        hold.currency(),
                        hold.reservationId(),
                        hold.points(),
                        hold.deadline(),
                        hold.rewardId(),
                        posted.available(),
                        now,
                        actor(),
                        holder.reservationLink(hold.reservationId())),
                now);
        return posted;
    }

    /**
     * Spends what a reservation holds.
     *
     * @throws ReservationEnded when it has ended or its deadline has passed
     */
    @Transactional(TxType.MANDATORY)
    public Posted redeem(Holder holder, Reservation reservation) {
        Instant now = clock.instant();
        Postings.Debit debit = postings.redeemReserved(reservation.id(), now);
        if (debit.posting() == null) {
            throw new ReservationEnded();
        }
        Posted posted = new Posted(debit.posting(), debit.available());
        publishRedeemed(
                holder,
                reservation.currency(),
                reservation.points(),
                reservation.rewardId(),
                reservation.id(),
                posted,
                now);
        return posted;
    }

    /**
     * Gives what a reservation holds back to its lots; points past their expiry expire at once.
     *
     * @return false when it had ended before, and nothing was done
     */
    @Transactional(TxType.MANDATORY)
    public boolean release(Holder holder, Reservation reservation, ReleaseReason reason) {
        Instant now = clock.instant();
        Postings.Release release = postings.release(reservation.id(), reason, now);
        if (release.posting() == null) {
            return false;
        }
        ending.again(holder, now);
        moved.count(Kind.RELEASED, reservation.points());
        events.publish(
                new PointsReleased(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        reservation.currency(),
                        reservation.id(),
                        reservation.points(),
                        reason,
                        release.available() + release.expired(),
                        now,
                        actor(),
                        holder.reservationLink(reservation.id())),
                now);
        if (release.expiry() != null) {
            notice.publish(new Postings.Expired(
                    release.expiry(), holder, reservation.currency(), release.expired(), now, release.available()));
        }
        return true;
    }

    /**
     * Expires the points that are due in at most {@code accounts} accounts nobody else works on.
     *
     * @return postings made; 0 when nothing is due or others are at it
     */
    @Transactional(TxType.MANDATORY)
    public int expireDue(int accounts) {
        List<Postings.Expired> expired = postings.expire(clock.instant(), accounts);
        expired.forEach(notice::publish);
        return expired.size();
    }

    private static Posted accepted(Postings.Debit debit, String currency, long points) {
        if (debit.posting() == null) {
            throw new InsufficientPoints(currency, points, debit.available());
        }
        return new Posted(debit.posting(), debit.available());
    }

    private void publish(Earning earning, Credited credit) {
        Holder holder = earning.holder();
        moved.count(Kind.EARNED, credit.points());
        events.publish(
                new PointsEarned(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        credit.currency(),
                        credit.transactionId(),
                        credit.points(),
                        credit.pending(),
                        credit.expiresAt() == null ? null : holder.lastDayBefore(credit.expiresAt()),
                        earning.sourceId(),
                        credit.rule(),
                        earning.programmeVersion(),
                        credit.available(),
                        earning.occurredAt(),
                        actor(),
                        holder.transactionLink(credit.transactionId())),
                earning.occurredAt());
    }

    private void publishRedeemed(
            Holder holder,
            String currency,
            long points,
            @Nullable UUID reward,
            @Nullable UUID reservation,
            Posted posted,
            Instant now) {
        moved.count(Kind.REDEEMED, points);
        events.publish(
                new PointsRedeemed(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        currency,
                        posted.transactionId(),
                        reservation,
                        points,
                        reward,
                        posted.available(),
                        now,
                        actor(),
                        holder.transactionLink(posted.transactionId())),
                now);
    }

    private String actor() {
        return work.caller().id();
    }
}
