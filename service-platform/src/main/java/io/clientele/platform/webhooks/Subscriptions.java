package io.clientele.platform.webhooks;

import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All subscriptions; each is visible to its owner only. */
@ApplicationScoped
class Subscriptions implements PanacheRepositoryBase<Subscription, UUID> {

    /**
     * The owner's subscription.
     *
     * @throws ProblemException 404 when there is none, or it is somebody else's
     */
    Subscription get(UUID id, String owner) {
        return find("id = ?1 and createdBy = ?2", id, owner)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The owner's subscriptions, oldest first. */
    List<Subscription> list(String owner, @Nullable UUID after, int limit) {
        return find("createdBy = ?1 and id > ?2", Sort.by("id"), owner, after == null ? new UUID(0, 0) : after)
                .range(0, limit - 1)
                .list();
    }
}
