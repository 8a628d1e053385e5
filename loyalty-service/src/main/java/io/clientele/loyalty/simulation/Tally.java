package io.clientele.loyalty.simulation;

import java.math.BigDecimal;

/** Sums of points; of one member, then of many. What was granted has expired, is pending or available. */
final class Tally {

    private long earning;
    private long activities;
    private BigDecimal wished = BigDecimal.ZERO;
    private long granted;
    private long expired;
    private long pending;
    private long available;

    void wish(BigDecimal points) {
        wished = wished.add(points);
    }

    void countActivity() {
        activities++;
        earning = 1;
    }

    void grant(long points, Replay.Fate fate) {
        granted += points;
        switch (fate) {
            case EXPIRED -> expired += points;
            case PENDING -> pending += points;
            case AVAILABLE -> available += points;
        }
    }

    void add(Tally other) {
        earning += other.earning;
        activities += other.activities;
        wished = wished.add(other.wished);
        granted += other.granted;
        expired += other.expired;
        pending += other.pending;
        available += other.available;
    }

    /** Members who earned. */
    long earning() {
        return earning;
    }

    /** Activities that earned. */
    long activities() {
        return activities;
    }

    /** Points by the formulas. */
    BigDecimal wished() {
        return wished;
    }

    long granted() {
        return granted;
    }

    long expired() {
        return expired;
    }

    long pending() {
        return pending;
    }

    long available() {
        return available;
    }
}
