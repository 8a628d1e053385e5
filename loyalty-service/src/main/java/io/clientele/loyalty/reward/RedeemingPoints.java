package io.clientele.loyalty.reward;

import io.clientele.contracts.loyalty.ReleaseReason;
import io.clientele.loyalty.ledger.Corrections;
import io.clientele.loyalty.ledger.Hold;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.ledger.Ledger;
import io.clientele.loyalty.ledger.Posted;
import io.clientele.loyalty.ledger.Reservation;
import io.clientele.loyalty.ledger.ReservationEnded;
import io.clientele.loyalty.ledger.Reservations;
import io.clientele.loyalty.ledger.Transfers;
import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.reward.Redemption.Price;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Spends points on rewards, at once or by way of a reservation. Points first, then stock: whoever finds either short gets
 * nothing, and concurrent redeemers get exactly what balance and stock allow.
 */
@ApplicationScoped
public class RedeemingPoints {

    private final Programmes programmes;
    private final Members members;
    private final Rewards rewards;
    private final Stock stock;
    private final Vouchers vouchers;
    private final Ledger ledger;
    private final Transfers transfers;
    private final Corrections corrections;
    private final Reservations reservations;
    private final Redemptions redemptions;
    private final CurrentWork work;
    private final Clock clock;

    RedeemingPoints(
            Programmes programmes,
            Members members,
            Rewards rewards,
            Stock stock,
            Vouchers vouchers,
            Ledger ledger,
            Transfers transfers,
            Corrections corrections,
            Reservations reservations,
            Redemptions redemptions,
            CurrentWork work,
            Clock clock) {
        this.programmes = programmes;
        this.members = members;
        this.rewards = rewards;
        this.stock = stock;
        this.vouchers = vouchers;
        this.ledger = ledger;
        this.transfers = transfers;
        this.corrections = corrections;
        this.reservations = reservations;
        this.redemptions = redemptions;
        this.work = work;
        this.clock = clock;
    }

    /** A member who may spend, and whose points they are. */
    private record Spender(Member member, Holder holder) {}

    /**
     * Spends points on a reward at once.
     *
     * @param quantity units, at least 1
     * @throws ProblemException 409 {@code insufficient-points}, {@code out-of-stock}, {@code reward-not-offered},
     *     {@code member-not-active}, {@code programme-not-active}
     */
    @Transactional(TxType.MANDATORY)
    public Redemption redeem(UUID programmeId, UUID memberId, UUID rewardId, int quantity) {
        Spender spender = spender(programmeId, memberId);
        Price price = price(programmeId, rewardId, quantity);
        Posted posted = ledger.redeem(spender.holder(), price.currency(), price.points(), rewardId);
        stock.take(rewardId, quantity);
        return completed(spender.member(), price, null, posted);
    }

    /**
     * Spends points of a pool on a reward, within the mandate of one of its members.
     *
     * @throws ProblemException as {@link #redeem}, and 409 {@code no-mandate}, {@code mandate-exceeded}
     */
    @Transactional(TxType.MANDATORY)
    public Redemption redeemFromPool(Holder pool, UUID memberId, UUID rewardId, int quantity) {
        Spender spender = spender(pool.programmeId(), memberId);
        Price price = price(pool.programmeId(), rewardId, quantity);
        Instant monthStart = clock.instant()
                .atZone(pool.zone())
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(pool.zone())
                .toInstant();
        Posted posted = transfers.spend(pool, memberId, price.currency(), price.points(), rewardId, monthStart);
        stock.take(rewardId, quantity);
        return completed(spender.member(), price, null, posted).paidBy(pool.memberId());
    }

    /**
     * Locks points and stock for a redemption to come.
     *
     * @param holdFor after which the reservation ends by itself
     * @throws ProblemException as {@link #redeem}
     */
    @Transactional(TxType.MANDATORY)
    public Reservation reserve(UUID programmeId, UUID memberId, UUID rewardId, int quantity, Duration holdFor) {
        Spender spender = spender(programmeId, memberId);
        Price price = price(programmeId, rewardId, quantity);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Instant deadline = clock.instant().plus(holdFor);
        ledger.reserve(spender.holder(), new Hold(id, price.currency(), price.points(), rewardId, quantity, deadline));
        stock.take(rewardId, quantity);
        return reservations.get(memberId, id);
    }

    /**
     * Spends what a reservation holds.
     *
     * @throws ReservationEnded when it has ended or its deadline has passed
     */
    @Transactional(TxType.MANDATORY)
    public Redemption redeemReserved(UUID programmeId, UUID memberId, UUID reservationId) {
        Spender spender = spender(programmeId, memberId);
        Reservation reservation = reservations.get(memberId, reservationId);
        Posted posted = ledger.redeem(spender.holder(), reservation);
        Price price = new Price(
                Objects.requireNonNull(reservation.rewardId()),
                reservation.quantity(),
                reservation.currency(),
                reservation.points());
        return completed(spender.member(), price, reservationId, posted);
    }

    /**
     * Gives what a reservation holds back, points to their lots and units to the stock; also when member or programme
     * are suspended.
     *
     * @throws ReservationEnded when it has ended
     */
    @Transactional(TxType.MANDATORY)
    public Reservation cancel(UUID programmeId, UUID memberId, UUID reservationId, IfMatch ifMatch) {
        Member member = members.get(programmeId, memberId);
        Reservation reservation = reservations.get(memberId, reservationId);
        ifMatch.check(reservation);
        if (!ledger.release(holder(programmes.get(programmeId), member), reservation, ReleaseReason.CANCELLED)) {
            throw new ReservationEnded();
        }
        if (reservation.rewardId() != null) {
            stock.giveBack(reservation.rewardId(), reservation.quantity());
        }
        return reservations.get(memberId, reservationId);
    }

    /**
     * Takes units of a redemption back: their points return to the lots they came from, with the expiry those have, and the
     * units to the stock. Vouchers that were given stay given.
     *
     * @param units null for all that are left
     * @throws ProblemException 409 {@code redemption-cancelled}, {@code exceeds-remaining}
     */
    @Transactional(TxType.MANDATORY)
    public Redemption takeBack(
            UUID programmeId, UUID memberId, UUID redemptionId, IfMatch ifMatch, @Nullable Integer units) {
        Member member = members.get(programmeId, memberId);
        LoyaltyProgramme programme = programmes.get(programmeId);
        Redemption redemption = redemptions.get(memberId, redemptionId);
        ifMatch.check(redemption);
        int taken = units == null ? redemption.quantity() - redemption.cancelled() : units;
        long points = redemption.cancel(taken);
        Instant now = clock.instant();
        UUID pool = redemption.poolId();
        Holder payer = pool == null
                ? holder(programme, member)
                : new Holder(pool, programmeId, member.clientId(), programme.timeZone(), true);
        corrections.refund(
                payer,
                redemption.currency(),
                redemption.transactionId(),
                points,
                programme
                        .inForceAt(now)
                        .map(version -> version.terms().policiesOrDefaults().refundGrace(now, programme.timeZone()))
                        .orElse(null));
        if (!vouchers.keeps(redemption.rewardId())) {
            stock.giveBack(redemption.rewardId(), taken);
        }
        redemptions.flush();
        return redemption;
    }

    private Spender spender(UUID programmeId, UUID memberId) {
        Member member = members.get(programmeId, memberId);
        LoyaltyProgramme programme = programmes.get(programmeId);
        programme.requireSpending(clock.instant());
        member.requireSpending(clock.instant());
        return new Spender(member, holder(programme, member));
    }

    private static Holder holder(LoyaltyProgramme programme, Member member) {
        return new Holder(member.id(), programme.id(), member.clientId(), programme.timeZone());
    }

    private Price price(UUID programmeId, UUID rewardId, int quantity) {
        Reward reward = rewards.get(programmeId, rewardId);
        reward.requireOffered(clock.instant());
        return new Price(rewardId, quantity, reward.currency(), Math.multiplyExact(reward.points(), (long) quantity));
    }

    private Redemption completed(Member member, Price price, @Nullable UUID reservationId, Posted posted) {
        Redemption redemption = new Redemption(
                member, price, reservationId, posted, work.caller().id(), clock.instant());
        redemptions.persistAndFlush(redemption);
        vouchers.give(redemption.rewardId(), redemption.quantity(), redemption.id(), member.clientId());
        return redemption;
    }
}
