package io.clientele.accountplan.segment;

import io.clientele.contracts.segments.SegmentEntered;
import io.clientele.contracts.segments.SegmentLeft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The segment memberships of clients the caller may see. The moves of a client come in order. */
@ApplicationScoped
public class SegmentMemberships {

    private final EntityManager entities;

    SegmentMemberships(EntityManager entities) {
        this.entities = entities;
    }

    /** That a client is in a segment since then. */
    public record Membership(UUID segmentId, String name, Instant since) {}

    /** Takes that a client moved into a segment; once is enough. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(SegmentEntered move) {
        entities.createNativeQuery("""
                        insert into segment_membership (client_id, segment_id, segment_name, entered_at)
                        values (:client, :segment, :name, :at) on conflict do nothing""")
                .setParameter("client", move.clientId())
                .setParameter("segment", move.segmentId())
                .setParameter("name", move.segmentName())
                .setParameter("at", move.effectiveAt())
                .executeUpdate();
    }

    /** Takes that a client moved out of a segment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void leave(SegmentLeft move) {
        entities.createNativeQuery("""
                        update segment_membership set left_at = greatest(entered_at, :at)
                        where client_id = :client and segment_id = :segment and left_at is null""")
                .setParameter("client", move.clientId())
                .setParameter("segment", move.segmentId())
                .setParameter("at", move.effectiveAt())
                .executeUpdate();
    }

    /** The segments a client is in, by name. */
    @SuppressWarnings("unchecked")
    public List<Membership> of(String clientId) {
        List<Object[]> rows =
                entities.createNativeQuery("""
                        select segment_id, segment_name, entered_at from segment_membership
                        where client_id = :client and left_at is null order by segment_name, segment_id""").setParameter("client", clientId).getResultList();
        return rows.stream()
                .map(row -> new Membership((UUID) row[0], (String) row[1], (Instant) row[2]))
                .toList();
    }
}
