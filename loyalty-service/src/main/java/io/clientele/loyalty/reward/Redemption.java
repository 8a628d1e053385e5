package io.clientele.loyalty.reward;

import io.clientele.loyalty.ledger.Posted;
import io.clientele.loyalty.member.Member;
import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Points spent on a reward. */
@Entity
@Table(name = "redemption")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Redemption implements Versioned {

    /** Where a redemption stands. */
    public enum State {
        COMPLETED,
        /** All its units were taken back. */
        CANCELLED
    }

    /** How far the bank or a partner is with the delivery. */
    public enum Fulfilment {
        REQUESTED,
        /** Somebody is at it. */
        ACCEPTED,
        FULFILLED,
        /** It cannot be delivered, or was not in time. */
        FAILED
    }

    /**
     * The price paid.
     *
     * @param quantity units of the reward
     * @param points for all of them
     */
    record Price(UUID rewardId, int quantity, String currency, long points) {}

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "member_id")
    private UUID memberId;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "reward_id")
    private UUID rewardId;

    private int quantity;

    private String currency;

    private long points;

    @Column(name = "reservation_id")
    private @Nullable UUID reservationId;

    @Column(name = "transaction_id")
    private UUID transactionId;

    @Enumerated(EnumType.STRING)
    private State state;

    private int cancelled;

    @Column(name = "pool_id")
    private @Nullable UUID poolId;

    @Enumerated(EnumType.STRING)
    private Fulfilment fulfilment;

    @Column(name = "fulfil_by")
    private @Nullable Instant fulfilBy;

    @Column(name = "fulfilment_reference")
    private @Nullable String fulfilmentReference;

    @Column(name = "redeemed_by")
    private String redeemedBy;

    @Column(name = "redeemed_at")
    private Instant redeemedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Redemption() {}

    @SuppressWarnings("NullAway.Init")
    Redemption(Member member, Price price, @Nullable UUID reservationId, Posted posted, String actor, Instant now) {
        this.memberId = member.id();
        this.clientId = member.clientId();
        this.rewardId = price.rewardId();
        this.quantity = price.quantity();
        this.currency = price.currency();
        this.points = price.points();
        this.reservationId = reservationId;
        this.transactionId = posted.transactionId();
        this.state = State.COMPLETED;
        this.fulfilment = Fulfilment.FULFILLED;
        this.redeemedBy = actor;
        this.redeemedAt = now;
    }

    /**
     * Takes units back.
     *
     * @return points to be given back for them
     * @throws ProblemException 409 {@code redemption-cancelled}, {@code exceeds-remaining}
     */
    long cancel(int units) {
        if (state == State.CANCELLED) {
            throw ProblemException.conflict("redemption-cancelled", "The redemption was cancelled before.");
        }
        if (units > quantity - cancelled) {
            throw ProblemException.conflict("exceeds-remaining", (quantity - cancelled) + " units of it are left.");
        }
        cancelled += units;
        if (cancelled == quantity) {
            state = State.CANCELLED;
        }
        return Math.multiplyExact(points / quantity, (long) units);
    }

    /** Waits for its delivery until a deadline. */
    void await(Instant deadline) {
        fulfilment = Fulfilment.REQUESTED;
        fulfilBy = deadline;
    }

    /**
     * Notes how far the delivery is.
     *
     * @param reference the deliverer's own id; null to leave it
     * @throws ProblemException 409 {@code redemption-cancelled}, {@code fulfilment-ended}
     */
    void report(Fulfilment reached, @Nullable String reference) {
        if (state == State.CANCELLED) {
            throw ProblemException.conflict("redemption-cancelled", "The redemption was cancelled before.");
        }
        if (fulfilment.compareTo(reached) >= 0 || fulfilment == Fulfilment.FULFILLED) {
            throw ProblemException.conflict("fulfilment-ended", "The delivery is " + fulfilment + " already.");
        }
        fulfilment = reached;
        if (reference != null) {
            fulfilmentReference = reference;
        }
    }

    public UUID id() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    /** How far the delivery is. */
    public Fulfilment fulfilment() {
        return fulfilment;
    }

    /** Until when it has to be delivered; null when it was at once. */
    public @Nullable Instant fulfilBy() {
        return fulfilBy;
    }

    /** The deliverer's own id of the delivery. */
    public @Nullable String fulfilmentReference() {
        return fulfilmentReference;
    }

    /** Its path. */
    public String link(UUID programmeId) {
        return "/v1/loyalty-programmes/" + programmeId + "/members/" + memberId + "/redemptions/" + id;
    }

    /** Notes the pool that paid. */
    Redemption paidBy(UUID pool) {
        poolId = pool;
        return this;
    }

    /** The pool that paid; null when the member did. */
    public @Nullable UUID poolId() {
        return poolId;
    }

    /** Units taken back. */
    public int cancelled() {
        return cancelled;
    }

    public UUID memberId() {
        return memberId;
    }

    public UUID rewardId() {
        return rewardId;
    }

    public int quantity() {
        return quantity;
    }

    public String currency() {
        return currency;
    }

    /** Points spent, for all units. */
    public long points() {
        return points;
    }

    /** The reservation that held the points; null when they were spent at once. */
    public @Nullable UUID reservationId() {
        return reservationId;
    }

    /** The posting in the ledger. */
    public UUID transactionId() {
        return transactionId;
    }

    public State state() {
        return state;
    }

    public String redeemedBy() {
        return redeemedBy;
    }

    public Instant redeemedAt() {
        return redeemedAt;
    }

    @Override
    public long version() {
        return version;
    }
}
