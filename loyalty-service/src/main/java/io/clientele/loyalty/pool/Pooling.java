package io.clientele.loyalty.pool;

import io.clientele.loyalty.account.Holders;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.ledger.Transfers;
import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.MembershipEnding;
import io.clientele.loyalty.pool.Pool.Mate;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Opens pools, lets members in and out and moves their points. What a pool holds stays marked with whose it was: who leaves
 * takes what is left of the own points along, and a dissolution gives everything back so.
 */
@ApplicationScoped
public class Pooling {

    private static final String POOL =
            "SELECT id, programme_id, client_id, name, kind, state, created_by, created_at, dissolved_at, version FROM pool ";

    private static final String OWN = """
            SELECT a.currency, sum(l.available) AS points FROM points_account a JOIN lot l ON l.account_id = a.id
            WHERE a.pool_id = ? AND l.contributed_by = ? AND l.spendable AND (l.expires_at IS NULL OR l.expires_at > ?)
            GROUP BY a.currency ORDER BY a.currency""";

    private static final String HELD_UP =
            "SELECT coalesce(sum(a.pending + a.reserved), 0) AS points FROM points_account a WHERE a.pool_id = ?";

    /** A pool nobody belongs to ends, once nothing of it is pending or reserved; until then it can still be dissolved. */
    private static final String END_IF_EMPTY = """
            UPDATE pool q SET state = 'DISSOLVED', dissolved_at = ?, version = version + 1
            WHERE q.id = ? AND q.state = 'OPEN' AND NOT EXISTS (SELECT 1 FROM pool_member pm WHERE pm.pool_id = q.id)
              AND NOT EXISTS (SELECT 1 FROM points_account a WHERE a.pool_id = q.id AND a.pending + a.available + a.reserved > 0)""";

    private final Holders holders;
    private final Transfers transfers;
    private final Sql sql;
    private final CurrentWork work;
    private final Clock clock;

    Pooling(Holders holders, Transfers transfers, Sql sql, CurrentWork work, Clock clock) {
        this.holders = holders;
        this.transfers = transfers;
        this.sql = sql;
        this.work = work;
        this.clock = clock;
    }

    private record Own(String currency, long points) {

        static Own from(Row row) {
            return new Own(row.text("currency"), row.number("points"));
        }
    }

    /**
     * Opens a pool for which a member answers, who becomes its first member with a mandate for all of it.
     *
     * @throws ProblemException 404, 409 {@code already-pooled}, {@code member-not-active}, {@code programme-not-active}
     */
    @Transactional(TxType.MANDATORY)
    public Pool open(UUID programmeId, UUID owner, String name, Pool.Kind kind, boolean earnsHere) {
        Holders.Found found = active(programmeId, owner);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        sql.update(
                "INSERT INTO pool (id, programme_id, client_id, name, kind, state, created_by, created_at, version) VALUES (?, ?, ?, ?, ?, 'OPEN', ?, ?, 0)",
                id,
                programmeId,
                found.member().clientId(),
                name,
                kind,
                work.caller().id(),
                clock.instant());
        enter(id, found, earnsHere, 1_000_000_000_000L);
        return get(programmeId, id);
    }

    /**
     * One pool.
     *
     * @throws ProblemException 404
     */
    public Pool get(UUID programmeId, UUID id) {
        return sql.find(POOL + "WHERE programme_id = ? AND id = ?", Pool::from, programmeId, id)
                .orElseThrow(ProblemException::notFound);
    }

    /** A page in the order of ids, which is that of age. */
    public List<Pool> page(UUID programmeId, @Nullable UUID after, int limit) {
        return sql.list(
                POOL + "WHERE programme_id = ? AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?",
                Pool::from,
                programmeId,
                after,
                after,
                limit);
    }

    /** The members of a pool. */
    public List<Mate> mates(UUID pool) {
        return sql.list(
                "SELECT member_id, earns_here, mandate, joined_at FROM pool_member WHERE pool_id = ? ORDER BY joined_at, member_id",
                Mate::from,
                pool);
    }

    /**
     * Lets a member in.
     *
     * @throws ProblemException 404, 409 {@code already-pooled}, {@code pool-dissolved}, {@code member-not-active}
     */
    @Transactional(TxType.MANDATORY)
    public Pool join(
            UUID programmeId, UUID id, IfMatch ifMatch, UUID member, boolean earnsHere, @Nullable Long mandate) {
        Pool pool = changed(programmeId, id, ifMatch);
        enter(id, active(programmeId, member), earnsHere, mandate);
        return get(programmeId, pool.id());
    }

    /**
     * Lets a member out, with what is left of the member's own points that can be spent; what is pending stays.
     *
     * @throws ProblemException 404, 409 {@code not-pooled-here}, {@code pool-dissolved}
     */
    @Transactional(TxType.MANDATORY)
    public Pool leave(UUID programmeId, UUID id, IfMatch ifMatch, UUID member) {
        Pool pool = changed(programmeId, id, ifMatch);
        giveBack(pool, member);
        remove(pool, member);
        return get(programmeId, id);
    }

    /**
     * Changes what a member may spend and whether what the member earns goes to the pool.
     *
     * @throws ProblemException 404, 409 {@code not-pooled-here}, {@code pool-dissolved}
     */
    @Transactional(TxType.MANDATORY)
    public Pool mandate(
            UUID programmeId, UUID id, IfMatch ifMatch, UUID member, boolean earnsHere, @Nullable Long mandate) {
        Pool pool = changed(programmeId, id, ifMatch);
        if (sql.update(
                        "UPDATE pool_member SET earns_here = ?, mandate = ? WHERE pool_id = ? AND member_id = ?",
                        earnsHere,
                        mandate,
                        id,
                        member)
                == 0) {
            throw notPooledHere();
        }
        return get(programmeId, pool.id());
    }

    /** Whose membership ends leaves the pool with the own points; the pool ends with the last of its members. */
    void letGo(@Observes MembershipEnding ending) {
        Member member = ending.member();
        poolOf(member.id()).ifPresent(pool -> {
            giveBack(pool, member.id());
            remove(pool, member.id());
        });
    }

    /** Puts a membership that goes on into the place of one that is merged into it, unless it has a place of its own. */
    @Transactional(TxType.MANDATORY)
    public void succeed(Member former, Member survivor) {
        Optional<Pool> pool = poolOf(former.id());
        if (pool.isPresent() && poolOf(survivor.id()).isEmpty()) {
            sql.list(
                    "SELECT succeed_in_pool(?, ?, ?, ?)",
                    row -> row,
                    former.id(),
                    survivor.id(),
                    former.clientId(),
                    survivor.clientId());
        } else {
            letGo(new MembershipEnding(former));
        }
    }

    private Optional<Pool> poolOf(UUID member) {
        return sql.find(
                POOL + "WHERE id = (SELECT pm.pool_id FROM pool_member pm WHERE pm.member_id = ?)", Pool::from, member);
    }

    private void remove(Pool pool, UUID member) {
        if (sql.update("DELETE FROM pool_member WHERE pool_id = ? AND member_id = ?", pool.id(), member) == 0) {
            throw notPooledHere();
        }
        sql.update(END_IF_EMPTY, clock.instant(), pool.id());
    }

    private static ProblemException notPooledHere() {
        return ProblemException.conflict("not-pooled-here", "The member does not belong to this pool.");
    }

    /**
     * Gives everybody the own points back and ends the pool.
     *
     * @throws ProblemException 404, 409 {@code pool-dissolved}, {@code pool-held-up} while points are pending or reserved
     */
    @Transactional(TxType.MANDATORY)
    public Pool dissolve(UUID programmeId, UUID id, IfMatch ifMatch) {
        Pool pool = changed(programmeId, id, ifMatch);
        if (sql.one(HELD_UP, row -> row.number("points"), id) > 0) {
            throw ProblemException.conflict(
                    "pool-held-up", "Points of the pool are pending or reserved; dissolve it when they are not.");
        }
        sql.list(
                        "SELECT DISTINCT l.contributed_by FROM lot l JOIN points_account a ON a.id = l.account_id WHERE a.pool_id = ? AND l.spendable ORDER BY l.contributed_by",
                        row -> row.uuid("contributed_by"),
                        id)
                .forEach(member -> giveBack(pool, member));
        sql.update("DELETE FROM pool_member WHERE pool_id = ?", id);
        sql.update("UPDATE pool SET state = 'DISSOLVED', dissolved_at = ? WHERE id = ?", clock.instant(), id);
        return get(programmeId, id);
    }

    /**
     * Moves points of a member into the pool, earliest expiry first.
     *
     * @throws ProblemException 404, 409 {@code not-pooled-here}, {@code insufficient-points}, {@code pool-dissolved}
     */
    @Transactional(TxType.MANDATORY)
    public Transfers.Made contribute(UUID programmeId, UUID id, UUID member, String currency, long points) {
        Pool pool = get(programmeId, id);
        requireOpen(pool);
        Holders.Found giver = active(programmeId, member);
        if (mates(id).stream().noneMatch(mate -> mate.memberId().equals(member))) {
            throw notPooledHere();
        }
        return transfers.move(giver.holder(), holder(pool), currency, points, null);
    }

    /** A pool as holder of points. */
    public Holder holder(Pool pool) {
        return new Holder(pool.id(), pool.programmeId(), pool.clientId(), holders.zone(pool.programmeId()), true);
    }

    private void giveBack(Pool pool, UUID member) {
        Holder to = holders.find(pool.programmeId(), member).holder();
        for (Own own : sql.list(OWN, Own::from, pool.id(), member, clock.instant())) {
            transfers.move(holder(pool), to, own.currency(), own.points(), member);
        }
    }

    private void enter(UUID pool, Holders.Found found, boolean earnsHere, @Nullable Long mandate) {
        int entered = sql.update(
                """
                INSERT INTO pool_member (pool_id, member_id, client_id, earns_here, mandate, joined_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT pool_member_pk DO NOTHING""", pool, found.member().id(), found.member().clientId(), earnsHere, mandate, clock.instant());
        if (entered == 0) {
            throw ProblemException.conflict(
                    "already-pooled", "The member belongs to a pool; a member has one at most.");
        }
    }

    private Holders.Found active(UUID programmeId, UUID member) {
        Holders.Found found = holders.find(programmeId, member);
        found.programme().requireActive();
        found.member().requireActive();
        return found;
    }

    private Pool changed(UUID programmeId, UUID id, IfMatch ifMatch) {
        Pool pool = get(programmeId, id);
        ifMatch.check(pool);
        requireOpen(pool);
        if (sql.update("UPDATE pool SET version = version + 1 WHERE id = ? AND version = ?", id, pool.version()) == 0) {
            throw ProblemException.stale();
        }
        return pool;
    }

    private static void requireOpen(Pool pool) {
        if (pool.state() == Pool.State.DISSOLVED) {
            throw ProblemException.conflict("pool-dissolved", "The pool is dissolved.");
        }
    }
}
