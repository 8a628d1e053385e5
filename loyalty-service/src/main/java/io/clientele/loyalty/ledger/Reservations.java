package io.clientele.loyalty.ledger;

import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds reservations. */
@ApplicationScoped
public class Reservations {

    private static final String SELECT = """
            SELECT r.id, a.member_id, a.currency, r.points, r.reward_id, r.quantity, r.state, r.created_at, r.deadline, r.ended_at
            FROM reservation r JOIN points_account a ON a.id = r.account_id
            """;

    private final Sql sql;

    Reservations(Sql sql) {
        this.sql = sql;
    }

    /**
     * One reservation of a member.
     *
     * @throws ProblemException 404 when the member has no such
     */
    public Reservation get(UUID member, UUID id) {
        return sql.find(SELECT + "WHERE r.id = ? AND a.member_id = ?", Reservation::from, id, member)
                .orElseThrow(ProblemException::notFound);
    }

    /** A page of a member's reservations, oldest first. */
    public List<Reservation> of(UUID member, Reservation.@Nullable State state, @Nullable UUID after, int limit) {
        return sql.list(SELECT + """
                        WHERE a.member_id = ? AND (?::text IS NULL OR r.state = ?) AND (?::uuid IS NULL OR r.id > ?)
                        ORDER BY r.id LIMIT ?""", Reservation::from, member, state, state, after, after, limit);
    }

    /**
     * Open reservations whose deadline has passed, their accounts locked, leaving out those others work on.
     *
     * @param limit at most so many
     */
    public List<Overdue> claimOverdue(Instant now, int limit) {
        return sql.list("""
                SELECT r.id, a.member_id, a.currency, r.points, r.reward_id, r.quantity, r.state, r.created_at, r.deadline, r.ended_at,
                       a.programme_id, a.client_id, p.time_zone
                FROM claim_overdue_reservations(?, ?) AS claimed(id) JOIN reservation r ON r.id = claimed.id
                JOIN points_account a ON a.id = r.account_id JOIN programme p ON p.id = a.programme_id""", Overdue::from, now, limit);
    }
}
