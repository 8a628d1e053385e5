package io.clientele.loyalty.ledger;

import io.clientele.contracts.loyalty.PointsExpired;
import io.clientele.loyalty.ledger.PointsMoved.Kind;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells of points that expired, by a run or because they came back too late. */
@ApplicationScoped
class ExpiryNotice {

    private final Events events;
    private final PointsMoved moved;
    private final CurrentWork work;

    ExpiryNotice(Events events, PointsMoved moved, CurrentWork work) {
        this.events = events;
        this.moved = moved;
        this.work = work;
    }

    void publish(Postings.Expired expired) {
        Holder holder = expired.holder();
        moved.count(Kind.EXPIRED, expired.points());
        events.publish(
                new PointsExpired(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        expired.currency(),
                        expired.posting(),
                        expired.points(),
                        holder.lastDayBefore(expired.expiredAt()),
                        expired.available(),
                        expired.expiredAt(),
                        work.caller().id(),
                        holder.transactionLink(expired.posting())),
                expired.expiredAt());
    }
}
