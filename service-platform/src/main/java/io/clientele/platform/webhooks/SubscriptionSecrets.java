package io.clientele.platform.webhooks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All secrets. */
@ApplicationScoped
class SubscriptionSecrets implements PanacheRepositoryBase<SubscriptionSecret, UUID> {

    /** Those that sign at {@code now}, newest first. */
    List<SubscriptionSecret> active(UUID subscription, Instant now) {
        return list(
                "subscriptionId = ?1 and (expiresAt is null or expiresAt > ?2)",
                Sort.by("id").descending(),
                subscription,
                now);
    }
}
