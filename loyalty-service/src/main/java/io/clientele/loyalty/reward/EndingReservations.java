package io.clientele.loyalty.reward;

import io.clientele.contracts.loyalty.ReleaseReason;
import io.clientele.loyalty.ledger.Ledger;
import io.clientele.loyalty.ledger.Overdue;
import io.clientele.loyalty.ledger.Reservations;
import io.clientele.platform.background.BackgroundLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Ends reservations whose deadline has passed, by the business clock. Every slice is one transaction: a kill loses nothing,
 * and several replicas share the work.
 */
@ApplicationScoped
class EndingReservations {

    private static final int SLICE = 100;
    private static final Duration IDLE = Duration.ofMillis(1000);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private final Reservations reservations;
    private final Ledger ledger;
    private final Stock stock;
    private final PurchaseLimits limits;
    private final Rewards rewards;
    private final Clock clock;
    private final BackgroundLoop loop;

    EndingReservations(
            Reservations reservations,
            Ledger ledger,
            Stock stock,
            PurchaseLimits limits,
            Rewards rewards,
            Clock clock) {
        this.reservations = reservations;
        this.ledger = ledger;
        this.stock = stock;
        this.limits = limits;
        this.rewards = rewards;
        this.clock = clock;
        this.loop = new BackgroundLoop("loyalty-reservation-deadlines", IDLE, this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(PATIENCE_AT_SHUTDOWN);
    }

    private boolean round() {
        return QuarkusTransaction.requiringNew().call(this::slice);
    }

    private boolean slice() {
        List<Overdue> overdue = reservations.claimOverdue(clock.instant(), SLICE);
        // stock rows are locked in one order, after all accounts: nobody waits in a circle
        SortedMap<UUID, Integer> units = new TreeMap<>();
        List<Overdue> given = new ArrayList<>();
        for (Overdue late : overdue) {
            boolean released = ledger.release(late.holder(), late.reservation(), ReleaseReason.EXPIRED);
            UUID reward = late.reservation().rewardId();
            if (released && reward != null) {
                units.merge(reward, late.reservation().quantity(), Integer::sum);
                given.add(late);
            }
        }
        units.forEach(stock::giveBack);
        given.forEach(late -> limits.giveBack(
                rewards.findById(late.reservation().rewardId()),
                late.holder(),
                late.reservation().quantity(),
                late.reservation().createdAt()));
        return overdue.size() == SLICE;
    }
}
