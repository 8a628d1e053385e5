package io.clientele.analytics.activity;

import java.time.Instant;
import java.util.List;

/**
 * Fired within the transaction that writes a batch of activities, after its rows are written; what an observer does
 * commits with them, and what it throws undoes them. Activities taken before and sent again are not in it.
 *
 * @param affected one entry per client and type, at least one
 */
public record ActivityTaken(List<Affected> affected) {

    public ActivityTaken {
        affected = List.copyOf(affected);
    }

    /**
     * New activities of one type of one client.
     *
     * @param earliest when the first of them happened; late ones lie far back
     * @param latest when the last of them happened
     * @param count how many
     */
    public record Affected(String clientId, String type, Instant earliest, Instant latest, long count) {}
}
