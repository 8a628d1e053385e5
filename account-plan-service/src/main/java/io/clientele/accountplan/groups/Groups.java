package io.clientele.accountplan.groups;

import io.clientele.accountplan.clients.Clients;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The groups of companies. Companies outside the caller's scope are not there: neither shown nor counted. A level of the
 * tree costs one statement.
 */
@ApplicationScoped
public class Groups implements PanacheRepositoryBase<OwnershipLink, UUID> {

    private static final int DEEPEST = 100;

    private final Clients clients;
    private final Clock clock;

    Groups(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * The client and the companies under it.
     *
     * @param on the day, at its end; null for now
     * @throws ProblemException 404 when the client is not in the caller's scope
     */
    public GroupTree under(String clientId, @Nullable LocalDate on) {
        clients.requireVisible(clientId);
        Instant at = at(on);
        List<Member> links = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(clientId));
        Set<String> level = seen;
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            Set<String> next = new HashSet<>();
            for (OwnershipLink link :
                    list("parentId in ?1 and validFrom <= ?2 and (validTo is null or validTo > ?2)", level, at)) {
                links.add(new Member(link.clientId(), link.parentId(), link.ownership(), depth + 1));
                if (seen.add(link.clientId())) {
                    next.add(link.clientId());
                }
            }
            level = next;
        }
        return GroupTree.under(clientId, links);
    }

    /**
     * The whole group the client belongs to, from its topmost company in the caller's scope.
     *
     * @throws ProblemException 404 when the client is not in the caller's scope
     */
    public GroupTree around(String clientId, @Nullable LocalDate on) {
        clients.requireVisible(clientId);
        Instant at = at(on);
        Set<String> seen = new HashSet<>();
        String head = clientId;
        while (seen.add(head) && seen.size() < DEEPEST) {
            String parent = find("clientId = ?1 and validFrom <= ?2 and (validTo is null or validTo > ?2)", head, at)
                    .firstResultOptional()
                    .map(OwnershipLink::parentId)
                    .orElse(null);
            if (parent == null || seen.contains(parent) || clients.findById(parent) == null) {
                break;
            }
            head = parent;
        }
        return under(head, on);
    }

    private Instant at(@Nullable LocalDate on) {
        return on == null ? clock.instant() : on.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
