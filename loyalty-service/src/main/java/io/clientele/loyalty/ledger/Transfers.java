package io.clientele.loyalty.ledger;

import io.clientele.contracts.loyalty.PointsRedeemed;
import io.clientele.contracts.loyalty.PointsTransferred;
import io.clientele.loyalty.ledger.PointsMoved.Kind;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Moves points between members and pools, and spends those of a pool. Lots keep their age, expiry and source on the way. */
@ApplicationScoped
public class Transfers {

    private final CorrectionPostings postings;
    private final PointsMoved moved;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    Transfers(CorrectionPostings postings, PointsMoved moved, Events events, CurrentWork work, Clock clock) {
        this.postings = postings;
        this.moved = moved;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A transfer that was made.
     *
     * @param transferId ties both postings together
     * @param available points the giver can spend after it
     */
    public record Made(UUID transferId, UUID outTransactionId, UUID inTransactionId, long available) {}

    /**
     * Moves points, earliest expiry first.
     *
     * @param of takes only what a pool holds for that member; null for any
     * @throws InsufficientPoints when the giver cannot spend so many
     */
    @Transactional(TxType.MANDATORY)
    public Made move(Holder from, Holder to, String currency, long points, @Nullable UUID of) {
        Ledger.requirePoints(points);
        Instant now = clock.instant();
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        CorrectionPostings.Moved made =
                postings.transfer(id, from.memberId(), to.memberId(), currency, points, of, now);
        if (made.out() == null || made.in() == null) {
            throw new InsufficientPoints(currency, points, made.available());
        }
        moved.count(Kind.TRANSFERRED, points);
        publish(from, to, currency, points, id, made, now);
        return new Made(id, made.out(), made.in(), made.available());
    }

    private void publish(
            Holder from,
            Holder to,
            String currency,
            long points,
            UUID transfer,
            CorrectionPostings.Moved made,
            Instant now) {
        UUID out = Objects.requireNonNull(made.out());
        events.publish(
                new PointsTransferred(
                        from.memberId(),
                        from.programmeId(),
                        from.clientId(),
                        currency,
                        out,
                        points,
                        transfer,
                        to.memberId(),
                        made.receivers(),
                        made.available(),
                        now,
                        work.caller().id(),
                        from.transactionLink(out)),
                now);
    }

    /**
     * Moves all a merged member has to the membership that goes on: what is pending and what is owed as well; what is
     * reserved follows when its reservation has ended.
     */
    @Transactional(TxType.MANDATORY)
    public void merge(Holder from, Holder to) {
        Instant now = clock.instant();
        for (CorrectionPostings.Merged merged : postings.merge(from.memberId(), to.memberId(), now)) {
            moved.count(Kind.TRANSFERRED, merged.points());
            publish(from, to, merged.currency(), merged.points(), merged.transfer(), merged.made(), now);
        }
    }

    /**
     * Spends points of a pool within the mandate of one of its members.
     *
     * @param monthStart from when what the member spent counts against the mandate
     * @throws ProblemException 409 {@code insufficient-points}, {@code no-mandate}, {@code mandate-exceeded}
     */
    @Transactional(TxType.MANDATORY)
    public Posted spend(Holder pool, UUID member, String currency, long points, UUID reward, Instant monthStart) {
        Ledger.requirePoints(points);
        Instant now = clock.instant();
        CorrectionPostings.PoolDebit debit = postings.spend(pool.memberId(), member, currency, points, monthStart, now);
        if ("no-mandate".equals(debit.refusal())) {
            throw ProblemException.conflict("no-mandate", "The member has no mandate to spend points of this pool.");
        }
        if ("mandate-exceeded".equals(debit.refusal())) {
            throw ProblemException.conflict(
                    "mandate-exceeded", "The member's mandate leaves " + debit.room() + " points this month.");
        }
        if (debit.posting() == null) {
            throw new InsufficientPoints(currency, points, debit.available());
        }
        moved.count(Kind.REDEEMED, points);
        events.publish(
                new PointsRedeemed(
                        pool.memberId(),
                        pool.programmeId(),
                        pool.clientId(),
                        currency,
                        debit.posting(),
                        null,
                        points,
                        reward,
                        debit.available(),
                        now,
                        work.caller().id(),
                        pool.transactionLink(debit.posting())),
                now);
        return new Posted(debit.posting(), debit.available());
    }
}
