package io.clientele.loyalty.ledger;

import io.clientele.contracts.loyalty.PointsForfeited;
import io.clientele.loyalty.ledger.PointsMoved.Kind;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Ends points together with what they rest on, a programme or a membership. Whose points end is noted in the transaction
 * of the cause; the points follow, many holders at a time. What is reserved ends when its reservation does.
 */
@ApplicationScoped
public class EndingPoints {

    private static final String NOTE_PROGRAMME = """
            INSERT INTO points_end (holder_id, client_id, due_at)
            SELECT DISTINCT a.holder_id, a.client_id, ?::timestamptz FROM points_account a
            WHERE a.programme_id = ? AND a.pending + a.available + a.reserved > 0
            ON CONFLICT (holder_id) DO UPDATE SET due_at = least(points_end.due_at, excluded.due_at)""";

    private static final String NOTE_HOLDER = """
            INSERT INTO points_end (holder_id, client_id, due_at) VALUES (?, ?, ?)
            ON CONFLICT (holder_id) DO UPDATE SET due_at = least(points_end.due_at, excluded.due_at)""";

    /** The membership that goes on may itself have been merged: at most as often as there are memberships. */
    private static final String MERGED = """
            WITH RECURSIVE due AS MATERIALIZED (
                SELECT e.holder_id FROM points_end e JOIN member m ON m.id = e.holder_id
                WHERE e.due_at <= ? AND m.merged_into IS NOT NULL ORDER BY e.due_at LIMIT ? FOR UPDATE OF e SKIP LOCKED),
            line AS (
                SELECT d.holder_id AS former_id, m.merged_into AS next FROM due d JOIN member m ON m.id = d.holder_id
                UNION SELECT l.former_id, m.merged_into FROM line l JOIN member m ON m.id = l.next WHERE m.merged_into IS NOT NULL)
            SELECT l.former_id, f.client_id AS former_client, s.id, s.client_id, s.programme_id, p.time_zone
            FROM line l JOIN member s ON s.id = l.next AND s.merged_into IS NULL JOIN member f ON f.id = l.former_id
            JOIN programme p ON p.id = s.programme_id""";

    private static final String END = """
            SELECT e.posting_id, e.holder_id, e.programme_id, e.client_id, e.currency, e.points, p.time_zone,
                   EXISTS (SELECT 1 FROM pool q WHERE q.id = e.holder_id) AS pool
            FROM post_ended_points(?, ?) e JOIN programme p ON p.id = e.programme_id""";

    private final CorrectionPostings postings;
    private final Sql sql;
    private final Transfers transfers;
    private final PointsMoved moved;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    EndingPoints(
            CorrectionPostings postings,
            Sql sql,
            Transfers transfers,
            PointsMoved moved,
            Events events,
            CurrentWork work,
            Clock clock) {
        this.transfers = transfers;
        this.postings = postings;
        this.sql = sql;
        this.moved = moved;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /** Points that came back to a holder whose points have ended end, too; nothing for anybody else. */
    void again(Holder holder, Instant now) {
        sql.list("SELECT end_points_again(?, ?)", row -> row, holder.memberId(), now);
    }

    private record Following(Holder from, Holder to) {

        static Following from(Row row) {
            ZoneId zone = ZoneId.of(row.text("time_zone"));
            UUID programme = row.uuid("programme_id");
            return new Following(
                    new Holder(row.uuid("former_id"), programme, row.text("former_client"), zone),
                    new Holder(row.uuid("id"), programme, row.text("client_id"), zone));
        }
    }

    private record Ended(Holder holder, CorrectionPostings.Forfeited points) {}

    /** Everybody's points in a programme end at a time. */
    @Transactional(TxType.MANDATORY)
    public void ofProgramme(UUID programme, Instant at) {
        sql.update(NOTE_PROGRAMME, at, programme);
    }

    /** One holder's points end at a time. */
    @Transactional(TxType.MANDATORY)
    public void of(Holder holder, Instant at) {
        sql.update(NOTE_HOLDER, holder.memberId(), holder.clientId(), at);
    }

    /** One holder's points end now; those reserved when their reservation does. */
    @Transactional(TxType.MANDATORY)
    public void atOnce(Holder holder) {
        Instant now = clock.instant();
        postings.forfeit(holder.memberId(), now).forEach(ended -> publish(holder, ended, now));
        of(holder, now);
    }

    /**
     * Ends the points that are due of at most so many holders nobody else works on.
     *
     * @return postings made; 0 when nothing is due or others are at it
     */
    @Transactional(TxType.MANDATORY)
    int endDue(int holders) {
        Instant now = clock.instant();
        List<Ended> ended =
                sql.list(END, row -> new Ended(Holder.from(row), CorrectionPostings.Forfeited.from(row)), now, holders);
        ended.forEach(each -> publish(each.holder(), each.points(), now));
        return ended.size();
    }

    /**
     * Moves points that came back to merged members to the memberships that go on.
     *
     * @return memberships with such points; 0 when nothing is due or others are at it
     */
    @Transactional(TxType.MANDATORY)
    int mergeDue(int holders) {
        List<Following> due = sql.list(MERGED, Following::from, clock.instant(), holders);
        due.forEach(each -> transfers.merge(each.from(), each.to()));
        return due.size();
    }

    private void publish(Holder holder, CorrectionPostings.Forfeited ended, Instant now) {
        moved.count(Kind.FORFEITED, ended.points());
        events.publish(
                new PointsForfeited(
                        holder.memberId(),
                        holder.programmeId(),
                        holder.clientId(),
                        ended.currency(),
                        ended.posting(),
                        ended.points(),
                        0,
                        now,
                        work.caller().id(),
                        holder.transactionLink(ended.posting())),
                now);
    }
}
