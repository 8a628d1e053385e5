package io.clientele.loyalty.member;

import io.clientele.loyalty.sql.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One command to enrol many clients, and how far it is.
 *
 * @param segmentId segment whose members were taken; null when the clients were named
 * @param clients how many it is about
 * @param enrolled how many became members by it
 * @param alreadyMembers how many were members before
 * @param unknownClients how many are not known here
 * @param notEligible how many the terms did not let in
 * @param late how many were left when the programme ended
 * @param finishedAt null while it runs
 */
public record MemberBatch(
        UUID id,
        UUID programmeId,
        @Nullable UUID segmentId,
        State state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        long clients,
        long enrolled,
        long alreadyMembers,
        long unknownClients,
        long notEligible,
        long late) {

    /** Whether there is still something to do. */
    public enum State {
        RUNNING,
        COMPLETED
    }

    /** What became of one client of a batch. */
    public enum Outcome {
        ENROLLED,
        ALREADY_MEMBER,
        UNKNOWN_CLIENT,
        /** The conditions of the terms do not hold. */
        NOT_ELIGIBLE,
        /** The programme stopped enrolling before its turn came. */
        PROGRAMME_ENDED
    }

    /**
     * One client of a batch.
     *
     * @param outcome null while its turn has not come
     */
    public record Line(String clientId, @Nullable Outcome outcome) {

        static Line from(Row row) {
            String outcome = row.textOrNull("outcome");
            return new Line(row.text("client_id"), outcome == null ? null : Outcome.valueOf(outcome));
        }
    }

    static MemberBatch from(Row row) {
        return new MemberBatch(
                row.uuid("id"),
                row.uuid("programme_id"),
                row.uuidOrNull("segment_id"),
                State.valueOf(row.text("state")),
                row.text("created_by"),
                row.time("created_at"),
                row.timeOrNull("finished_at"),
                row.number("clients"),
                row.number("enrolled"),
                row.number("already_members"),
                row.number("unknown_clients"),
                row.number("not_eligible"),
                row.number("late"));
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/members/batches/" + id;
    }
}
