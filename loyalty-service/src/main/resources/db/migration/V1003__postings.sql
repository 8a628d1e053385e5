-- The only writers of the ledger. Each does a whole posting in one call: it locks the account, moves lots, writes the journal and the
-- balances. They run with the rights of the schema's owner, yet under the caller's row-level scope (FORCE), which rests on settings, not
-- on the role. p_now is the business clock.

-- Adds one posting with one entry per lot. The caller has moved lots and balances, or does so in the same call.
CREATE FUNCTION write_posting(
    p_account bigint, p_kind text, p_points bigint, p_occurred_at timestamptz, p_now timestamptz, p_reservation uuid,
    p_from points_state, p_to points_state, p_lots bigint[], p_moved bigint[]) RETURNS uuid
    LANGUAGE plpgsql AS $$
DECLARE
    v_posting uuid;
BEGIN
    INSERT INTO posting (account_id, kind, points, occurred_at, recorded_at, actor, reservation_id)
    VALUES (p_account, p_kind, p_points, p_occurred_at, p_now, caller_id(), p_reservation)
    RETURNING id INTO v_posting;
    INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
    SELECT v_posting, m.line, p_account, m.lot, p_from, p_to, m.points
    FROM unnest(p_lots, p_moved) WITH ORDINALITY AS m(lot, points, line);
    RETURN v_posting;
END $$;

-- What the account can spend at p_now: lots past their expiry no longer count, whether or not the expiry run has met them.
CREATE FUNCTION spendable_points(p_account bigint, p_now timestamptz) RETURNS bigint
    LANGUAGE sql STABLE
    RETURN (SELECT a.available - coalesce(
                (SELECT sum(l.available)::bigint FROM lot l WHERE l.account_id = a.id AND l.spendable AND l.expires_at <= p_now), 0)
            FROM points_account a WHERE a.id = p_account);

-- Which lots p_points come out of: earliest expiry first, those without expiry last, then oldest; lots past their expiry are left
-- alone. lots is null when they do not suffice; gathered then says what could be had. The account is locked by the caller.
CREATE FUNCTION choose_lots(p_account bigint, p_points bigint, p_now timestamptz, OUT lots bigint[], OUT taken bigint[], OUT gathered bigint)
    LANGUAGE plpgsql AS $$
DECLARE
    v_lot record;
BEGIN
    gathered := 0;
    IF p_points > (SELECT a.available FROM points_account a WHERE a.id = p_account) THEN
        gathered := spendable_points(p_account, p_now);
        RETURN;
    END IF;
    FOR v_lot IN
        SELECT l.id, l.available FROM lot l
        WHERE l.account_id = p_account AND l.spendable AND (l.expires_at IS NULL OR l.expires_at > p_now)
        ORDER BY l.expires_at NULLS LAST, l.earned_at, l.id
    LOOP
        lots := lots || v_lot.id;
        taken := taken || least(v_lot.available, p_points - gathered);
        gathered := gathered + least(v_lot.available, p_points - gathered);
        EXIT WHEN gathered = p_points;
    END LOOP;
    IF gathered < p_points THEN
        lots := NULL;
    END IF;
END $$;

-- Credits what an activity earned: one posting and one lot per grant {"currency", "rule", "points", "expiresAt"}. Returns a row per
-- grant; no row when the activity has counted already, or the member is not in scope.
CREATE FUNCTION post_earning(
    p_member uuid, p_source text, p_activity_type text, p_occurred_at timestamptz, p_version integer,
    p_explanation jsonb, p_grants jsonb, p_now timestamptz)
    RETURNS TABLE (posting_id uuid, rule text, currency text, points bigint, expires_at timestamptz, available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_grant record;
    v_account bigint;
    v_lot bigint;
BEGIN
    INSERT INTO earning (programme_id, source_id, member_id, activity_type, occurred_at, programme_version, explanation)
    SELECT m.programme_id, p_source, m.id, p_activity_type, p_occurred_at, p_version, p_explanation FROM member m WHERE m.id = p_member
    ON CONFLICT ON CONSTRAINT earning_pk DO NOTHING;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    FOR v_grant IN
        SELECT g."currency", g."rule", g."points", g."expiresAt" AS expires_at
        FROM jsonb_to_recordset(p_grants) AS g("currency" text, "rule" text, "points" bigint, "expiresAt" timestamptz)
    LOOP
        UPDATE points_account a SET issued = a.issued - v_grant.points, available = a.available + v_grant.points
        WHERE a.member_id = p_member AND a.currency = v_grant.currency
        RETURNING a.id INTO v_account;
        IF NOT FOUND THEN
            INSERT INTO points_account AS a (member_id, programme_id, client_id, currency, issued, available)
            SELECT m.id, m.programme_id, m.client_id, v_grant.currency, -v_grant.points, v_grant.points FROM member m WHERE m.id = p_member
            ON CONFLICT ON CONSTRAINT points_account_member_uq
                DO UPDATE SET issued = a.issued + excluded.issued, available = a.available + excluded.available
            RETURNING a.id INTO v_account;
        END IF;
        INSERT INTO posting (account_id, kind, points, occurred_at, recorded_at, actor, rule, programme_version, source_id)
        VALUES (v_account, 'EARN', v_grant.points, p_occurred_at, p_now, caller_id(), v_grant.rule, p_version, p_source)
        RETURNING posting.id INTO posting_id;
        INSERT INTO lot (account_id, posting_id, rule, programme_version, source_id, earned_at, expires_at, points, available)
        VALUES (v_account, post_earning.posting_id, v_grant.rule, p_version, p_source, p_occurred_at, v_grant.expires_at, v_grant.points, v_grant.points)
        RETURNING lot.id INTO v_lot;
        INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
        VALUES (post_earning.posting_id, 1, v_account, v_lot, 'ISSUED', 'AVAILABLE', v_grant.points);
        rule := v_grant.rule;
        currency := v_grant.currency;
        points := v_grant.points;
        expires_at := v_grant.expires_at;
        available := spendable_points(v_account, p_now);
        RETURN NEXT;
    END LOOP;
END $$;

-- Spends points of a member at once. posting_id is null when they do not suffice; available says what the member can spend.
CREATE FUNCTION post_redemption(p_member uuid, p_currency text, p_points bigint, p_now timestamptz, OUT posting_id uuid, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account bigint;
    v_chosen record;
BEGIN
    SELECT a.id INTO v_account FROM points_account a WHERE a.member_id = p_member AND a.currency = p_currency FOR UPDATE;
    v_chosen := choose_lots(v_account, p_points, p_now);
    IF v_chosen.lots IS NULL THEN
        available := v_chosen.gathered;
        RETURN;
    END IF;
    UPDATE lot l SET available = l.available - t.points FROM unnest(v_chosen.lots, v_chosen.taken) AS t(id, points) WHERE l.id = t.id;
    UPDATE points_account a SET available = a.available - p_points, spent = a.spent + p_points WHERE a.id = v_account;
    posting_id := write_posting(v_account, 'REDEEM', p_points, p_now, p_now, NULL, 'AVAILABLE', 'SPENT', v_chosen.lots, v_chosen.taken);
    available := spendable_points(v_account, p_now);
END $$;

-- Locks points of a member for a redemption to come. posting_id is null when they do not suffice; available says what the member can spend.
CREATE FUNCTION post_reservation(
    p_reservation uuid, p_member uuid, p_currency text, p_points bigint, p_reward uuid, p_quantity integer, p_deadline timestamptz,
    p_now timestamptz, OUT posting_id uuid, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account bigint;
    v_chosen record;
BEGIN
    SELECT a.id INTO v_account FROM points_account a WHERE a.member_id = p_member AND a.currency = p_currency FOR UPDATE;
    v_chosen := choose_lots(v_account, p_points, p_now);
    IF v_chosen.lots IS NULL THEN
        available := v_chosen.gathered;
        RETURN;
    END IF;
    UPDATE lot l SET available = l.available - t.points, reserved = l.reserved + t.points
    FROM unnest(v_chosen.lots, v_chosen.taken) AS t(id, points) WHERE l.id = t.id;
    UPDATE points_account a SET available = a.available - p_points, reserved = a.reserved + p_points WHERE a.id = v_account;
    posting_id := write_posting(
        v_account, 'RESERVE', p_points, p_now, p_now, p_reservation, 'AVAILABLE', 'RESERVED', v_chosen.lots, v_chosen.taken);
    INSERT INTO reservation (id, account_id, posting_id, reward_id, quantity, points, created_at, deadline)
    VALUES (p_reservation, v_account, posting_id, p_reward, p_quantity, p_points, p_now, p_deadline);
    available := spendable_points(v_account, p_now);
END $$;

-- Locks an open reservation together with its account, account first as everywhere. No row when it has ended or is not in scope.
CREATE FUNCTION lock_reservation(p_reservation uuid) RETURNS reservation
    LANGUAGE plpgsql AS $$
DECLARE
    v_reservation reservation;
BEGIN
    PERFORM 1 FROM points_account a
    WHERE a.id = (SELECT r.account_id FROM reservation r WHERE r.id = p_reservation) FOR UPDATE;
    SELECT * INTO v_reservation FROM reservation r WHERE r.id = p_reservation AND r.state = 'OPEN' FOR UPDATE;
    RETURN v_reservation;
END $$;

-- Spends the points of an open reservation. posting_id is null when the reservation has ended or its deadline has passed.
CREATE FUNCTION post_reserved_redemption(p_reservation uuid, p_now timestamptz, OUT posting_id uuid, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_reservation reservation := lock_reservation(p_reservation);
    v_lots bigint[];
    v_taken bigint[];
BEGIN
    IF v_reservation.id IS NULL OR v_reservation.deadline <= p_now THEN
        RETURN;
    END IF;
    SELECT array_agg(e.lot_id ORDER BY e.line), array_agg(e.points ORDER BY e.line) INTO v_lots, v_taken
    FROM entry e WHERE e.posting_id = v_reservation.posting_id;
    UPDATE lot l SET reserved = l.reserved - t.points FROM unnest(v_lots, v_taken) AS t(id, points) WHERE l.id = t.id;
    UPDATE points_account a SET reserved = a.reserved - v_reservation.points, spent = a.spent + v_reservation.points
    WHERE a.id = v_reservation.account_id;
    posting_id := write_posting(
        v_reservation.account_id, 'REDEEM', v_reservation.points, p_now, p_now, p_reservation, 'RESERVED', 'SPENT', v_lots, v_taken);
    UPDATE reservation r SET state = 'REDEEMED', ended_at = p_now WHERE r.id = p_reservation;
    available := spendable_points(v_reservation.account_id, p_now);
END $$;

-- Gives the points of an open reservation back to their lots and ends it as p_state. A reserved lot does not expire before its
-- reservation ends; one that is past its expiry then expires at once, in a posting of its own. posting_id is null when the reservation
-- has ended before; expired is 0 and expiry_id null when nothing expired.
CREATE FUNCTION post_release(
    p_reservation uuid, p_state text, p_now timestamptz,
    OUT posting_id uuid, OUT expiry_id uuid, OUT expired bigint, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_reservation reservation := lock_reservation(p_reservation);
    v_lots bigint[];
    v_taken bigint[];
    v_late_lots bigint[];
    v_late_points bigint[];
BEGIN
    expired := 0;
    IF v_reservation.id IS NULL THEN
        RETURN;
    END IF;
    SELECT array_agg(e.lot_id ORDER BY e.line), array_agg(e.points ORDER BY e.line) INTO v_lots, v_taken
    FROM entry e WHERE e.posting_id = v_reservation.posting_id;
    SELECT array_agg(t.id ORDER BY t.line), array_agg(t.points ORDER BY t.line), coalesce(sum(t.points), 0)
    INTO v_late_lots, v_late_points, expired
    FROM unnest(v_lots, v_taken) WITH ORDINALITY AS t(id, points, line) JOIN lot l ON l.id = t.id
    WHERE l.expires_at <= p_now;
    UPDATE lot l SET reserved = l.reserved - t.points, available = l.available + CASE WHEN l.expires_at <= p_now THEN 0 ELSE t.points END
    FROM unnest(v_lots, v_taken) AS t(id, points) WHERE l.id = t.id;
    UPDATE points_account a
    SET reserved = a.reserved - v_reservation.points,
        available = a.available + v_reservation.points - post_release.expired,
        expired = a.expired + post_release.expired
    WHERE a.id = v_reservation.account_id;
    posting_id := write_posting(
        v_reservation.account_id, 'RELEASE', v_reservation.points, p_now, p_now, p_reservation, 'RESERVED', 'AVAILABLE', v_lots, v_taken);
    IF expired > 0 THEN
        expiry_id := write_posting(
            v_reservation.account_id, 'EXPIRE', expired, p_now, p_now, p_reservation, 'AVAILABLE', 'EXPIRED', v_late_lots, v_late_points);
    END IF;
    UPDATE reservation r SET state = p_state, ended_at = p_now WHERE r.id = p_reservation;
    available := spendable_points(v_reservation.account_id, p_now);
END $$;

-- Open reservations past their deadline, at most p_limit, whose accounts nobody else works on; their accounts are locked.
CREATE FUNCTION claim_overdue_reservations(p_now timestamptz, p_limit integer) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT r.id FROM reservation r JOIN points_account a ON a.id = r.account_id
    WHERE r.state = 'OPEN' AND r.deadline <= p_now ORDER BY r.deadline LIMIT p_limit
    FOR UPDATE OF a SKIP LOCKED
$$;

-- Expires what is due in at most p_accounts accounts nobody else works on, one posting per account and instant of expiry, dated at that
-- instant. No row means there is nothing due, or others are at it. Safe to repeat and to run in several replicas.
CREATE FUNCTION post_expiry(p_now timestamptz, p_accounts integer)
    RETURNS TABLE (posting_id uuid, member_id uuid, programme_id uuid, client_id varchar, currency varchar, points bigint, expired_at timestamptz, available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_accounts bigint[];
BEGIN
    SELECT array_agg(locked.id) INTO v_accounts
    FROM (SELECT a.id FROM points_account a
          WHERE a.id IN (SELECT l.account_id FROM lot l WHERE l.spendable AND l.expires_at <= p_now ORDER BY l.expires_at LIMIT p_accounts)
          FOR UPDATE SKIP LOCKED) AS locked;
    RETURN QUERY
    WITH gone AS (
        UPDATE lot l SET available = 0
        WHERE l.account_id = ANY (v_accounts) AND l.spendable AND l.expires_at <= p_now
        RETURNING l.id, l.account_id, l.expires_at, old.available AS points),
    due AS (
        SELECT uuidv7() AS posting_id, g.account_id, g.expires_at, sum(g.points)::bigint AS points
        FROM gone g GROUP BY g.account_id, g.expires_at),
    posted AS (
        INSERT INTO posting (id, account_id, kind, points, occurred_at, recorded_at, actor)
        SELECT d.posting_id, d.account_id, 'EXPIRE', d.points, d.expires_at, p_now, caller_id() FROM due d),
    moved AS (
        INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
        SELECT d.posting_id, row_number() OVER (PARTITION BY d.posting_id ORDER BY g.id), g.account_id, g.id, 'AVAILABLE', 'EXPIRED', g.points
        FROM gone g JOIN due d USING (account_id, expires_at)),
    balanced AS (
        UPDATE points_account a SET available = a.available - t.points, expired = a.expired + t.points
        FROM (SELECT d.account_id, sum(d.points)::bigint AS points FROM due d GROUP BY d.account_id) t
        WHERE a.id = t.account_id
        RETURNING a.id, a.member_id, a.programme_id, a.client_id, a.currency, a.available)
    SELECT d.posting_id, b.member_id, b.programme_id, b.client_id, b.currency, d.points, d.expires_at,
           b.available + coalesce(sum(d.points) OVER (
               PARTITION BY d.account_id ORDER BY d.expires_at DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::bigint
    FROM due d JOIN balanced b ON b.id = d.account_id
    ORDER BY d.account_id, d.expires_at;
END $$;

-- Differences between balances, entries and lots of a programme's accounts, state by state; no row when the books agree.
CREATE FUNCTION ledger_differences(p_programme uuid)
    RETURNS TABLE (account_id bigint, state points_state, balance bigint, entries bigint, lots bigint)
    LANGUAGE sql STABLE AS $$
    WITH account AS (SELECT * FROM points_account a WHERE a.programme_id = p_programme),
    balances AS (
        SELECT a.id, b.state, b.points
        FROM account a CROSS JOIN LATERAL (VALUES
            ('ISSUED'::points_state, a.issued), ('PENDING', a.pending), ('AVAILABLE', a.available), ('RESERVED', a.reserved), ('SPENT', a.spent),
            ('EXPIRED', a.expired), ('FORFEITED', a.forfeited), ('ADJUSTED', a.adjusted), ('ARREARS', a.arrears)) AS b(state, points)),
    summed_moves AS (
        SELECT e.account_id, e.from_state, e.to_state, sum(e.points) AS points
        FROM entry e JOIN account a ON a.id = e.account_id GROUP BY e.account_id, e.from_state, e.to_state),
    summed_entries AS (
        SELECT m.account_id, m.state, sum(m.points) AS points
        FROM (SELECT s.account_id, s.from_state AS state, -s.points AS points FROM summed_moves s
              UNION ALL SELECT s.account_id, s.to_state, s.points FROM summed_moves s) m
        GROUP BY m.account_id, m.state),
    summed_lots AS (
        SELECT l.account_id, sum(l.pending) AS pending, sum(l.available) AS available, sum(l.reserved) AS reserved
        FROM lot l JOIN account a ON a.id = l.account_id GROUP BY l.account_id)
    SELECT b.id, b.state, b.points, coalesce(e.points, 0)::bigint, o.points
    FROM balances b
    LEFT JOIN summed_entries e ON e.account_id = b.id AND e.state = b.state
    LEFT JOIN summed_lots l ON l.account_id = b.id
    CROSS JOIN LATERAL (SELECT CASE b.state
        WHEN 'PENDING' THEN coalesce(l.pending, 0)::bigint
        WHEN 'AVAILABLE' THEN coalesce(l.available, 0)::bigint
        WHEN 'RESERVED' THEN coalesce(l.reserved, 0)::bigint END AS points) o
    WHERE b.points <> coalesce(e.points, 0) OR b.points <> coalesce(o.points, b.points)
$$;

-- The service may read the ledger and call the functions; nobody rewrites the journal, not even the owner.
REVOKE INSERT, UPDATE, DELETE ON points_account, posting, lot, entry, reservation, earning FROM "${app_role}";
GRANT UPDATE (position, hash) ON posting TO "${app_role}";

CREATE FUNCTION journal_is_final() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER posting_sealed_once BEFORE UPDATE ON posting
    FOR EACH ROW WHEN (OLD.hash IS NOT NULL) EXECUTE FUNCTION journal_is_final();
CREATE TRIGGER posting_kept BEFORE DELETE ON posting FOR EACH ROW EXECUTE FUNCTION journal_is_final();
CREATE TRIGGER entry_kept BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION journal_is_final();
CREATE TRIGGER earning_kept BEFORE UPDATE OR DELETE ON earning FOR EACH ROW EXECUTE FUNCTION journal_is_final();

-- Callable by the service only.
DO $$
DECLARE
    v_function regprocedure;
BEGIN
    FOR v_function IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', v_function);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO "${app_role}"', v_function);
    END LOOP;
END $$;
