package io.clientele.loyalty.member;

import io.clientele.contracts.loyalty.MemberEnrolled;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.ProgrammeState;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.background.BackgroundLoop;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enrols the clients of waiting batches in slices, each slice with its events and report in one transaction: a kill loses
 * nothing and another replica goes on where this one stopped. Batches of a suspended programme wait; those of one that ended end.
 */
@ApplicationScoped
class WorkingOffBatches {

    private static final int SLICE = 500;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(10);

    private static final String CLAIM = """
            SELECT b.id, b.programme_id, b.segment_id
            FROM member_batch b JOIN programme p ON p.id = b.programme_id
            WHERE b.state = 'RUNNING' AND p.state <> 'SUSPENDED' ORDER BY b.created_at LIMIT 1 FOR UPDATE OF b SKIP LOCKED""";

    private static final String ENROL = """
            WITH slice AS (
                SELECT c.client_id, CASE WHEN k.client_id IS NULL THEN 'UNKNOWN_CLIENT'
                    WHEN enrolment_obstacle(c.client_id, ?, ?, ?, ?) IS NOT NULL THEN 'NOT_ELIGIBLE' END AS obstacle
                FROM member_batch_client c LEFT JOIN client k ON k.client_id = c.client_id
                WHERE c.batch_id = ? AND c.outcome IS NULL ORDER BY c.client_id LIMIT ?),
            enrolled AS (
                INSERT INTO member (id, programme_id, client_id, state, joined_at, enrolled_on, segment_id, enrolled_by, terms_version,
                    terms_accepted_at, version)
                SELECT uuidv7(), b.programme_id, s.client_id, 'ACTIVE', ?::timestamptz, ?::date, b.segment_id, b.created_by, b.terms_version,
                    CASE WHEN b.terms_version IS NOT NULL THEN b.created_at END, 0
                FROM slice s JOIN member_batch b ON b.id = ? WHERE s.obstacle IS NULL
                ON CONFLICT ON CONSTRAINT member_client_uq DO NOTHING
                RETURNING id, client_id, state, joined_at, enrolled_by),
            noted AS (
                INSERT INTO member_state_change (member_id, number, state, since, actor)
                SELECT e.id, 0, e.state, e.joined_at, e.enrolled_by FROM enrolled e),
            reported AS (
                UPDATE member_batch_client c
                SET outcome = CASE WHEN s.obstacle IS NOT NULL THEN s.obstacle WHEN e.id IS NULL THEN 'ALREADY_MEMBER' ELSE 'ENROLLED' END
                FROM slice s LEFT JOIN enrolled e ON e.client_id = s.client_id
                WHERE c.batch_id = ? AND c.client_id = s.client_id)
            SELECT s.client_id, e.id FROM slice s LEFT JOIN enrolled e ON e.client_id = s.client_id ORDER BY s.client_id""";

    private static final String LEAVE_OUT =
            "UPDATE member_batch_client SET outcome = 'PROGRAMME_ENDED' WHERE batch_id = ? AND outcome IS NULL";

    private static final String FINISH = "UPDATE member_batch SET state = 'COMPLETED', finished_at = ? WHERE id = ?";

    private final Programmes programmes;
    private final Sql sql;
    private final Events events;
    private final CurrentWork work;
    private final Clock clock;
    private final BackgroundLoop loop;

    WorkingOffBatches(Programmes programmes, Sql sql, Events events, CurrentWork work, Clock clock) {
        this.programmes = programmes;
        this.sql = sql;
        this.events = events;
        this.work = work;
        this.clock = clock;
        this.loop = new BackgroundLoop("loyalty-enrolment", IDLE, this::round);
    }

    private record Claimed(
            UUID id, UUID programmeId, @Nullable UUID segmentId) {

        static Claimed from(Row row) {
            return new Claimed(row.uuid("id"), row.uuid("programme_id"), row.uuidOrNull("segment_id"));
        }
    }

    private record Taken(String clientId, @Nullable UUID memberId) {}

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
        Optional<Claimed> claimed = sql.find(CLAIM, Claimed::from);
        claimed.ifPresent(this::workOff);
        return claimed.isPresent();
    }

    private void workOff(Claimed batch) {
        LoyaltyProgramme programme = programmes.get(batch.programmeId());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (programme.state() == ProgrammeState.ACTIVE) {
            enrolSlice(batch, programme, now);
        } else {
            sql.update(LEAVE_OUT, batch.id());
            sql.update(FINISH, now, batch.id());
        }
    }

    private void enrolSlice(Claimed batch, LoyaltyProgramme programme, Instant now) {
        LocalDate today = now.atZone(programme.timeZone()).toLocalDate();
        Admission.Conditions asked =
                Admission.Conditions.of(programme.termsAt(now).participationOrDefaults());
        List<Taken> taken = sql.list(
                ENROL,
                row -> new Taken(row.text("client_id"), row.uuidOrNull("id")),
                asked.segments(),
                asked.products(),
                asked.consents(),
                asked.withoutStaff(),
                batch.id(),
                SLICE,
                now,
                today,
                batch.id(),
                batch.id());
        taken.forEach(client -> publish(batch, client, today, now));
        if (taken.size() < SLICE) {
            sql.update(FINISH, now, batch.id());
        }
    }

    private void publish(Claimed batch, Taken client, LocalDate today, Instant now) {
        UUID id = client.memberId();
        if (id != null) {
            events.publish(
                    new MemberEnrolled(
                            id,
                            batch.programmeId(),
                            client.clientId(),
                            batch.segmentId(),
                            today,
                            now,
                            work.caller().id(),
                            "/v1/loyalty-programmes/" + batch.programmeId() + "/members/" + id),
                    now);
        }
    }
}
