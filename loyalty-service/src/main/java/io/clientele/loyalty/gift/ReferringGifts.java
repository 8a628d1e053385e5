package io.clientele.loyalty.gift;

import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Reads the register, and brings gifts before compliance; what is approved may be redeemed once. */
@ApplicationScoped
public class ReferringGifts {

    private static final String SELECT = """
            SELECT id, programme_id, member_id, client_id, reward_id, redemption_id, quantity, value, currency, returned, state, reason,
                entered_by, entered_at, decided_by, decided_at, version FROM gift
            """;

    private static final String REFER = """
            INSERT INTO gift (id, programme_id, member_id, client_id, reward_id, quantity, value, currency, period_start, state, reason,
                entered_by, entered_at)
            SELECT ?, r.programme_id, m.id, m.client_id, r.id, q.quantity, r.value_amount * q.quantity, r.value_currency, ?::timestamptz, 'REFERRED', ?, ?,
                   ?::timestamptz
            FROM reward r JOIN member m ON m.programme_id = r.programme_id CROSS JOIN (VALUES (?::integer)) AS q(quantity)
            WHERE r.programme_id = ? AND r.id = ? AND m.id = ? AND r.gift""";

    private static final String DECIDE = """
            UPDATE gift SET state = ?, decided_by = ?, decided_at = ?, version = version + 1 WHERE id = ? AND version = ? AND state = 'REFERRED'""";

    private final Sql sql;
    private final CurrentWork work;
    private final Clock clock;

    ReferringGifts(Sql sql, CurrentWork work, Clock clock) {
        this.sql = sql;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Brings a gift before compliance.
     *
     * @throws ProblemException 422 {@code not-a-gift} unless the member could have the reward, and it is a gift
     */
    @Transactional(TxType.MANDATORY)
    public GiftEntry refer(UUID programmeId, UUID memberId, UUID rewardId, int quantity, String reason) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        if (sql.update(
                        REFER,
                        id,
                        clock.instant(),
                        reason,
                        work.caller().id(),
                        clock.instant(),
                        quantity,
                        programmeId,
                        rewardId,
                        memberId)
                == 0) {
            throw ProblemException.ruleViolated(
                    "not-a-gift",
                    "There is no such member and gift in this programme.",
                    new FieldError("/rewardId", "is a reward that is a gift"));
        }
        return get(programmeId, id);
    }

    /**
     * Decides on a gift that was referred.
     *
     * @throws ProblemException 403 {@code four-eyes}, 404, 409 {@code gift-decided}
     */
    @Transactional(TxType.MANDATORY)
    public GiftEntry decide(UUID programmeId, UUID id, IfMatch ifMatch, boolean approved) {
        GiftEntry entry = get(programmeId, id);
        ifMatch.check(entry);
        FourEyes.check(work.caller(), List.of(entry.enteredBy()));
        if (sql.update(
                        DECIDE,
                        approved ? GiftEntry.State.APPROVED : GiftEntry.State.REJECTED,
                        work.caller().id(),
                        clock.instant(),
                        id,
                        entry.version())
                == 0) {
            throw ProblemException.conflict("gift-decided", "The gift is " + entry.state() + " already.");
        }
        return get(programmeId, id);
    }

    /**
     * One line of the register.
     *
     * @throws ProblemException 404
     */
    public GiftEntry get(UUID programmeId, UUID id) {
        return sql.find(SELECT + "WHERE programme_id = ? AND id = ?", GiftEntry::from, programmeId, id)
                .orElseThrow(ProblemException::notFound);
    }

    /** A page in the order of ids, which is that of age. */
    public List<GiftEntry> page(
            UUID programmeId,
            @Nullable String clientId,
            GiftEntry.@Nullable State state,
            @Nullable UUID after,
            int limit) {
        return sql.list(
                SELECT + """
                        WHERE programme_id = ? AND (?::text IS NULL OR client_id = ?) AND (?::text IS NULL OR state = ?)
                          AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?""", GiftEntry::from, programmeId, clientId, clientId, state, state, after, after, limit);
    }
}
