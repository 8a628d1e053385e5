package io.clientele.analytics.segments.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The memberships, present and past, of clients in the caller's scope. */
@ApplicationScoped
public class Memberships implements PanacheRepositoryBase<Membership, Long> {

    /** The members of a segment now, in order of their client number. */
    public List<Membership> members(UUID segmentId, @Nullable String afterClient, int atMost) {
        return find(
                        "segmentId = ?1 and leftAt is null and clientId > ?2 order by clientId",
                        segmentId,
                        afterClient == null ? "" : afterClient)
                .page(0, atMost)
                .list();
    }

    /** A client's stays in a segment, the latest first. */
    public List<Membership> history(UUID segmentId, String clientId, @Nullable Long before, int atMost) {
        return find(
                        "segmentId = ?1 and clientId = ?2 and id < ?3 order by id desc",
                        segmentId,
                        clientId,
                        before == null ? Long.MAX_VALUE : before)
                .page(0, atMost)
                .list();
    }

    /** The segments a client was in at an instant. */
    public Set<UUID> memberOf(String clientId, Instant at) {
        return list("clientId = ?1 and enteredAt <= ?2 and (leftAt is null or leftAt > ?2)", clientId, at).stream()
                .map(Membership::segmentId)
                .collect(Collectors.toSet());
    }

    /** For clients of a range, the segments each was in at an instant. */
    public List<Membership> of(List<String> clientIds, Set<UUID> segments, Instant at) {
        return list(
                "clientId in ?1 and segmentId in ?2 and enteredAt <= ?3 and (leftAt is null or leftAt > ?3)",
                clientIds,
                segments,
                at);
    }
}
