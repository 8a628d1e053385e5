package io.clientele.analytics.lists;

import java.time.Instant;
import java.util.UUID;

/**
 * One upload of a list, and what became of its lines.
 *
 * @param number from 1, without gaps
 * @param uploadedBy user id
 * @param inForceFrom business time from which it counts, until the next version does
 * @param lines in the file, empty ones and the header left out
 * @param clients on the list
 * @param duplicates lines that named a client again
 * @param rejected lines that named no known client
 */
public record ListVersion(
        UUID listId,
        int number,
        String uploadedBy,
        Instant inForceFrom,
        long lines,
        long clients,
        long duplicates,
        long rejected) {

    /** The path of this version. */
    public String link() {
        return "/v1/client-lists/" + listId + "/versions/" + number;
    }
}
