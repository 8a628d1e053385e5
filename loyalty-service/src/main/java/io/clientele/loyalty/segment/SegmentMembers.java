package io.clientele.loyalty.segment;

import io.clientele.contracts.segments.SegmentEntered;
import io.clientele.contracts.segments.SegmentLeft;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;

/**
 * The replica of segment membership, now and at any time before. Events may come twice or out of order: one older than what is
 * held changes nothing now, and finds its place in the history.
 */
@ApplicationScoped
public class SegmentMembers {

    private static final String MOVE = """
            WITH kept AS (
                INSERT INTO segment_move (segment_id, client_id, inside, since, sequence) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING)
            INSERT INTO segment_member AS known (segment_id, client_id, inside, since, sequence) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (segment_id, client_id) DO UPDATE
                SET inside = excluded.inside, since = excluded.since, sequence = excluded.sequence
                WHERE known.sequence < excluded.sequence""";

    private final Sql sql;

    SegmentMembers(Sql sql) {
        this.sql = sql;
    }

    /**
     * A client moved in.
     *
     * @param sequence the event's number among those of its client, from 1
     */
    @Transactional(TxType.MANDATORY)
    public void apply(SegmentEntered event, long sequence) {
        move(event.segmentId(), event.clientId(), true, event.effectiveAt(), sequence);
    }

    /**
     * A client moved out.
     *
     * @param sequence the event's number among those of its client, from 1
     */
    @Transactional(TxType.MANDATORY)
    public void apply(SegmentLeft event, long sequence) {
        move(event.segmentId(), event.clientId(), false, event.effectiveAt(), sequence);
    }

    private void move(UUID segment, String client, boolean inside, Instant since, long sequence) {
        sql.update(MOVE, segment, client, inside, since, sequence, segment, client, inside, since, sequence);
    }
}
