package io.clientele.platform.audit;

import io.clientele.platform.background.BackgroundLoop;
import io.clientele.platform.background.OneReplica;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals committed records into the hash chain, one replica at a time. A chain kept inside the mutating transactions would
 * let only one of them commit at a time.
 */
@ApplicationScoped
class AuditSealer {

    private static final int BATCH = 1_000;

    private final AuditTrail trail;
    private final OneReplica oneReplica;
    private final BackgroundLoop loop;

    AuditSealer(AuditTrail trail, OneReplica oneReplica) {
        this.trail = trail;
        this.oneReplica = oneReplica;
        this.loop = new BackgroundLoop("audit-sealer", Duration.ofMillis(500), this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(Duration.ofSeconds(5));
    }

    private boolean round() {
        return QuarkusTransaction.requiringNew().call(this::seal) == BATCH;
    }

    private int seal() {
        if (!oneReplica.mayDo("audit-sealer")) {
            return 0;
        }
        List<AuditRecord> records = trail.unsealed(BATCH);
        if (records.isEmpty()) {
            return 0;
        }
        List<ChainLink> links = new ArrayList<>(records.size());
        ChainLink end = trail.end();
        for (AuditRecord record : records) {
            end = end.followedBy(record);
            links.add(end);
        }
        trail.seal(records, links);
        return records.size();
    }
}
