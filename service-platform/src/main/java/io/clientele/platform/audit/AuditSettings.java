package io.clientele.platform.audit;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the audit trail hides personal values. */
@ConfigMapping(prefix = "clientele.audit")
interface AuditSettings {

    /**
     * The secret key of the digests of personal values, at least 32 characters; the same in all replicas and for as long as
     * digests are to be compared. Required in production, where the demo's key is refused.
     */
    Optional<String> digestKey();
}
