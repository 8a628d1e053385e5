package io.clientele.loyalty.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contracts.loyalty.ReleaseReason;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL functions that write the ledger; each call is one whole posting in the transaction in progress. */
@ApplicationScoped
class Postings {

    /** One call for a whole batch of activities, worked off in their order. */
    private static final String EARN = """
            SELECT e.place, r.posting_id, r.rule, r.currency, r.points, r.wished, r.limited_by, r.pending, r.expires_at, r.available, r.held_by
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::int[], ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS e(member_id, source_id, activity_type, occurred_at, version, explanation, grants, watches, place),
                LATERAL post_earning(e.member_id, e.source_id, e.activity_type, e.occurred_at, e.version,
                    e.explanation::jsonb, e.grants::jsonb, ?, e.watches::jsonb) r""";

    private static final String REDEEM = "SELECT posting_id, available FROM post_redemption(?, ?, ?, ?)";
    private static final String RESERVE = "SELECT posting_id, available FROM post_reservation(?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REDEEM_RESERVED = "SELECT posting_id, available FROM post_reserved_redemption(?, ?)";
    private static final String RELEASE = "SELECT posting_id, expiry_id, expired, available FROM post_release(?, ?, ?)";
    private static final String EXPIRE = """
            SELECT e.posting_id, e.holder_id, e.programme_id, e.client_id, e.currency, e.points, e.expired_at, e.available, p.time_zone,
                   EXISTS (SELECT 1 FROM pool q WHERE q.id = e.holder_id) AS pool
            FROM post_expiry(?, ?) e JOIN programme p ON p.id = e.programme_id""";

    private final Sql sql;
    private final ObjectMapper json;

    Postings(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * The outcome of a debit.
     *
     * @param posting null when it was refused
     * @param available points the member can spend, after it or instead
     */
    record Debit(@Nullable UUID posting, long available) {

        static Debit from(Row row) {
            return new Debit(row.uuidOrNull("posting_id"), row.number("available"));
        }
    }

    /**
     * The outcome of a release.
     *
     * @param posting null when the reservation had ended before
     * @param expiry posting of the points that were past their expiry; null for none
     */
    record Release(@Nullable UUID posting, @Nullable UUID expiry, long expired, long available) {

        static Release from(Row row) {
            return new Release(
                    row.uuidOrNull("posting_id"),
                    row.uuidOrNull("expiry_id"),
                    row.number("expired"),
                    row.number("available"));
        }
    }

    /** Points of one account that expired at one instant. */
    record Expired(UUID posting, Holder holder, String currency, long points, Instant expiredAt, long available) {

        static Expired from(Row row) {
            return new Expired(
                    row.uuid("posting_id"),
                    Holder.from(row),
                    row.text("currency"),
                    row.number("points"),
                    row.time("expired_at"),
                    row.number("available"));
        }
    }

    private record Placed(int place, Credited credited) {

        static Placed from(Row row) {
            return new Placed(
                    (int) row.number("place") - 1,
                    new Credited(
                            row.uuidOrNull("posting_id"),
                            row.text("rule"),
                            row.text("currency"),
                            row.number("points"),
                            row.number("wished"),
                            row.textOrNull("limited_by"),
                            row.flag("pending"),
                            row.timeOrNull("expires_at"),
                            row.number("available"),
                            row.textOrNull("held_by")));
        }
    }

    /** What each earning credited, by its place in the list from 0; nothing for one that has counted before. */
    Map<Integer, List<Credited>> earn(List<Earning> earnings, Instant now) {
        Map<Integer, List<Credited>> credited = new HashMap<>();
        sql.list(
                        EARN,
                        Placed::from,
                        Sql.column("uuid", earnings, e -> e.holder().memberId()),
                        Sql.column("text", earnings, Earning::sourceId),
                        Sql.column("text", earnings, Earning::activityType),
                        Sql.column("timestamptz", earnings, Earning::occurredAt),
                        Sql.column("int4", earnings, Earning::programmeVersion),
                        Sql.column("text", earnings, Earning::explanation),
                        Sql.column("text", earnings, e -> write(e.grants())),
                        Sql.column("text", earnings, e -> e.watches().isEmpty() ? null : write(e.watches())),
                        now)
                .forEach(row -> credited.computeIfAbsent(row.place(), place -> new ArrayList<>())
                        .add(row.credited()));
        return credited;
    }

    Debit redeem(UUID member, String currency, long points, Instant now) {
        return sql.one(REDEEM, Debit::from, member, currency, points, now);
    }

    Debit reserve(UUID member, Hold hold, Instant now) {
        return sql.one(
                RESERVE,
                Debit::from,
                hold.reservationId(),
                member,
                hold.currency(),
                hold.points(),
                hold.rewardId(),
                hold.quantity(),
                hold.deadline(),
                now);
    }

    Debit redeemReserved(UUID reservation, Instant now) {
        return sql.one(REDEEM_RESERVED, Debit::from, reservation, now);
    }

    Release release(UUID reservation, ReleaseReason reason, Instant now) {
        return sql.one(RELEASE, Release::from, reservation, reason, now);
    }

    /** Expires what is due in at most {@code accounts} accounts; none when nothing is due or others are at it. */
    List<Expired> expire(Instant now, int accounts) {
        return sql.list(EXPIRE, Expired::from, now, accounts);
    }

    private String write(List<?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
