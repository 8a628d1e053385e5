package io.clientele.loyalty.member;

import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Takes commands to enrol many clients, and reports on them. {@link WorkingOffBatches} does the work. */
@ApplicationScoped
public class MemberBatches {

    private static final String INSERT = """
            INSERT INTO member_batch (id, programme_id, segment_id, terms_version, state, created_by, created_at) VALUES (?, ?, ?, ?, 'RUNNING', ?, ?)""";

    private static final String FILL_FROM_SEGMENT = """
            INSERT INTO member_batch_client (batch_id, client_id)
            SELECT ?, client_id FROM segment_member WHERE segment_id = ? AND inside""";

    private static final String FILL_BY_NAME = """
            INSERT INTO member_batch_client (batch_id, client_id) SELECT DISTINCT ?::uuid, named.id FROM unnest(?) AS named(id)""";

    private static final String FIND = """
            SELECT b.id, b.programme_id, b.segment_id, b.state, b.created_by, b.created_at, b.finished_at,
                   count(c.client_id) AS clients, count(*) FILTER (WHERE c.outcome = 'ENROLLED') AS enrolled,
                   count(*) FILTER (WHERE c.outcome = 'ALREADY_MEMBER') AS already_members,
                   count(*) FILTER (WHERE c.outcome = 'UNKNOWN_CLIENT') AS unknown_clients,
                   count(*) FILTER (WHERE c.outcome = 'NOT_ELIGIBLE') AS not_eligible,
                   count(*) FILTER (WHERE c.outcome = 'PROGRAMME_ENDED') AS late
            FROM member_batch b LEFT JOIN member_batch_client c ON c.batch_id = b.id
            WHERE b.id = ? AND b.programme_id = ? GROUP BY b.id""";

    private static final String LINES = """
            SELECT client_id, outcome FROM member_batch_client
            WHERE batch_id = ? AND (?::text IS NULL OR outcome = ?) AND client_id > ? ORDER BY client_id LIMIT ?""";

    private final Programmes programmes;
    private final Sql sql;
    private final CurrentWork work;
    private final Clock clock;

    MemberBatches(Programmes programmes, Sql sql, CurrentWork work, Clock clock) {
        this.programmes = programmes;
        this.sql = sql;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Takes a command: the clients who are in the segment now, as far as its events have arrived, or those named.
     *
     * @param acceptedTerms the bank's name of the terms these clients have accepted; null for none
     * @throws ProblemException 409 {@code programme-not-active}, 422 {@code terms-not-accepted}, {@code terms-unknown}
     */
    @Transactional(TxType.MANDATORY)
    public MemberBatch take(
            UUID programmeId, @Nullable UUID segmentId, Collection<String> clientIds, @Nullable String acceptedTerms) {
        LoyaltyProgramme programme = programmes.get(programmeId);
        programme.requireActive();
        Admission.requireAccepted(programme, acceptedTerms, clock.instant());
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        sql.update(
                INSERT, id, programmeId, segmentId, acceptedTerms, work.caller().id(), clock.instant());
        if (segmentId != null) {
            sql.update(FILL_FROM_SEGMENT, id, segmentId);
        } else {
            sql.update(FILL_BY_NAME, id, Sql.texts(clientIds));
        }
        return get(programmeId, id);
    }

    /**
     * A batch and how far it is.
     *
     * @throws ProblemException 404
     */
    @Transactional(TxType.MANDATORY)
    public MemberBatch get(UUID programmeId, UUID id) {
        return sql.find(FIND, MemberBatch::from, id, programmeId).orElseThrow(ProblemException::notFound);
    }

    /** The clients of a batch in the order of their numbers, those after one of them. */
    @Transactional(TxType.MANDATORY)
    public List<MemberBatch.Line> lines(
            UUID id, MemberBatch.@Nullable Outcome outcome, @Nullable String after, int limit) {
        return sql.list(LINES, MemberBatch.Line::from, id, outcome, outcome, after == null ? "" : after, limit);
    }
}
