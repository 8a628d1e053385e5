package io.clientele.loyalty.reward;

import io.clientele.contracts.Money;
import io.clientele.contracts.loyalty.ReleaseReason;
import io.clientele.contracts.loyalty.RewardCancelReason;
import io.clientele.loyalty.gift.GiftRegister;
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
import io.clientele.loyalty.rules.Terms;
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
    private final PurchaseLimits limits;
    private final Vouchers vouchers;
    private final GiftRegister gifts;
    private final RewardNotices notices;
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
            PurchaseLimits limits,
            Vouchers vouchers,
            GiftRegister gifts,
            RewardNotices notices,
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
        this.limits = limits;
        this.vouchers = vouchers;
        this.gifts = gifts;
        this.notices = notices;
        this.ledger = ledger;
        this.transfers = transfers;
        this.corrections = corrections;
        this.reservations = reservations;
        this.redemptions = redemptions;
        this.work = work;
        this.clock = clock;
    }

    /** A member who may spend, and whose points they are. */
    private record Spender(Member member, Holder holder, Terms terms) {}

    /**
     * Spends points on a reward at once.
     *
     * @param quantity units, at least 1
     * @throws ProblemException 409 {@code insufficient-points}, {@code out-of-stock}, {@code reward-not-offered},
     *     {@code member-not-active}, {@code programme-not-active}, {@code purchase-limit-reached}, {@code gift-refused},
     *     {@code gift-needs-compliance}, {@code gift-limit-reached}
     */
    @Transactional(TxType.MANDATORY)
    public Redemption redeem(UUID programmeId, UUID memberId, UUID rewardId, int quantity) {
        Spender spender = spender(programmeId, memberId);
        Reward reward = offered(programmeId, rewardId);
        Price price = price(reward, quantity);
        Posted posted = ledger.redeem(spender.holder(), price.currency(), price.points(), rewardId);
        take(reward, spender.holder(), quantity);
        return completed(spender, reward, new Redemption(spender.member(), price, null, posted, actor(), now()));
    }

    /**
     * Spends points of a pool on a reward, within the mandate of one of its members.
     *
     * @throws ProblemException as {@link #redeem}, and 409 {@code no-mandate}, {@code mandate-exceeded}
     */
    @Transactional(TxType.MANDATORY)
    public Redemption redeemFromPool(Holder pool, UUID memberId, UUID rewardId, int quantity) {
        Spender spender = spender(pool.programmeId(), memberId);
        Reward reward = offered(pool.programmeId(), rewardId);
        Price price = price(reward, quantity);
        Instant monthStart = now().atZone(pool.zone())
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(pool.zone())
                .toInstant();
        Posted posted = transfers.spend(pool, memberId, price.currency(), price.points(), rewardId, monthStart);
        take(reward, spender.holder(), quantity);
        return completed(
                spender,
                reward,
                new Redemption(spender.member(), price, null, posted, actor(), now()).paidBy(pool.memberId()));
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
        Reward reward = offered(programmeId, rewardId);
        Price price = price(reward, quantity);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Instant deadline = now().plus(holdFor);
        ledger.reserve(spender.holder(), new Hold(id, price.currency(), price.points(), rewardId, quantity, deadline));
        take(reward, spender.holder(), quantity);
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
        return completed(
                spender,
                rewards.get(programmeId, price.rewardId()),
                new Redemption(spender.member(), price, reservationId, posted, actor(), now()));
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
        Holder holder = holder(programmes.get(programmeId), member);
        if (!ledger.release(holder, reservation, ReleaseReason.CANCELLED)) {
            throw new ReservationEnded();
        }
        if (reservation.rewardId() != null) {
            stock.giveBack(reservation.rewardId(), reservation.quantity());
            limits.giveBack(
                    rewards.get(programmeId, reservation.rewardId()),
                    holder,
                    reservation.quantity(),
                    reservation.createdAt());
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
        Redemption redemption =
                redemptions.get(members.get(programmeId, memberId).id(), redemptionId);
        ifMatch.check(redemption);
        int left = redemption.quantity() - redemption.cancelled();
        return giveBack(programmeId, redemption, units == null ? left : units, RewardCancelReason.CANCELLED);
    }

    /** Gives back what units of a redemption cost, and what they took. */
    Redemption giveBack(UUID programmeId, Redemption redemption, int units, RewardCancelReason reason) {
        LoyaltyProgramme programme = programmes.get(programmeId);
        Holder member = new Holder(redemption.memberId(), programmeId, redemption.clientId(), programme.timeZone());
        Reward reward = rewards.get(programmeId, redemption.rewardId());
        long points = redemption.cancel(units);
        Instant now = now();
        UUID pool = redemption.poolId();
        corrections.refund(
                pool == null
                        ? member
                        : new Holder(pool, programmeId, redemption.clientId(), programme.timeZone(), true),
                redemption.currency(),
                redemption.transactionId(),
                points,
                programme.termsAt(now).policiesOrDefaults().refundGrace(now, programme.timeZone()));
        if (!vouchers.keeps(redemption.rewardId())) {
            stock.giveBack(redemption.rewardId(), units);
        }
        limits.giveBack(reward, member, units, takenAt(redemption));
        gifts.giveBack(redemption.id(), units);
        notices.cancelled(reward, redemption, units, points, reason);
        redemptions.flush();
        return redemption;
    }

    private Instant takenAt(Redemption redemption) {
        UUID reservation = redemption.reservationId();
        return reservation == null
                ? redemption.redeemedAt()
                : reservations.get(redemption.memberId(), reservation).createdAt();
    }

    private Spender spender(UUID programmeId, UUID memberId) {
        Member member = members.get(programmeId, memberId);
        LoyaltyProgramme programme = programmes.get(programmeId);
        programme.requireSpending(now());
        member.requireSpending(now());
        return new Spender(member, holder(programme, member), programme.termsAt(now()));
    }

    private static Holder holder(LoyaltyProgramme programme, Member member) {
        return new Holder(member.id(), programme.id(), member.clientId(), programme.timeZone());
    }

    private Reward offered(UUID programmeId, UUID rewardId) {
        Reward reward = rewards.get(programmeId, rewardId);
        reward.requireOffered(now());
        return reward;
    }

    private static Price price(Reward reward, int quantity) {
        return new Price(
                reward.id(), quantity, reward.currency(), Math.multiplyExact(reward.points(), (long) quantity));
    }

    private void take(Reward reward, Holder member, int quantity) {
        stock.take(reward.id(), quantity);
        limits.take(reward, member, quantity, now());
    }

    private Redemption completed(Spender spender, Reward reward, Redemption redemption) {
        Duration within = reward.fulfilWithin();
        if (within != null) {
            redemption.await(now().plus(within));
        }
        redemptions.persistAndFlush(redemption);
        Money value = reward.value();
        if (reward.gift() && value != null) {
            gifts.give(
                    spender.holder(),
                    spender.terms().policiesOrDefaults().gifts(),
                    new GiftRegister.Gift(reward.id(), redemption.id(), redemption.quantity(), value));
        }
        vouchers.give(redemption.rewardId(), redemption.quantity(), redemption.id(), redemption.clientId());
        if (within == null) {
            notices.fulfilled(reward, redemption);
        }
        return redemption;
    }

    private String actor() {
        return work.caller().id();
    }

    private Instant now() {
        return clock.instant();
    }
}
