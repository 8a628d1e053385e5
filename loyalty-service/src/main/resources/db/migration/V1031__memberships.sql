-- How a membership ends and what follows: points_end_at, when the points end that a former member still has (null: by their own expiry);
-- merged_into, the membership of the same programme that goes on.
SELECT set_config('app.reach', 'ALL', true);

ALTER TABLE member
    ADD COLUMN leave_reason varchar(20),
    ADD COLUMN points_end_at timestamptz,
    ADD COLUMN merged_into uuid;
UPDATE member SET leave_reason = 'DEPARTED' WHERE state = 'LEFT';
ALTER TABLE member
    ADD CONSTRAINT member_leave_reason_ck CHECK ((state = 'LEFT') = (leave_reason IS NOT NULL)),
    ADD CONSTRAINT member_leave_reason_value_ck CHECK (leave_reason IN ('DEPARTED', 'MERGED', 'ERASED')),
    ADD CONSTRAINT member_merged_ck CHECK ((leave_reason = 'MERGED') = (merged_into IS NOT NULL)),
    ADD CONSTRAINT member_points_end_ck CHECK (points_end_at IS NULL OR state = 'LEFT'),
    ADD CONSTRAINT member_merged_into_fk FOREIGN KEY (merged_into) REFERENCES member (id);

-- The states a member has been in, by whom and why; the first is the enrolment.
CREATE TABLE member_state_change (
    member_id uuid         NOT NULL,
    number    integer      NOT NULL,
    state     varchar(20)  NOT NULL,
    since     timestamptz  NOT NULL,
    actor     varchar(128) NOT NULL,
    reason    varchar(1000),
    CONSTRAINT member_state_change_pk PRIMARY KEY (member_id, number),
    CONSTRAINT member_state_change_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
INSERT INTO member_state_change (member_id, number, state, since, actor)
SELECT m.id, 0, 'ACTIVE', m.joined_at, m.enrolled_by FROM member m
UNION ALL SELECT m.id, 1, m.state, coalesce(m.suspended_at, m.left_at), 'loyalty-service' FROM member m WHERE m.state <> 'ACTIVE';
CALL scope_by_parent('member_state_change', 'member_id', 'member');

-- Consents of clients by purpose and channel ('' for all channels), as told by the consent events; the newest word counts.
CREATE TABLE client_consent (
    client_id varchar(64)  NOT NULL,
    purpose   varchar(100) NOT NULL,
    channel   varchar(100) NOT NULL,
    given     boolean      NOT NULL,
    sequence  bigint       NOT NULL,
    CONSTRAINT client_consent_pk PRIMARY KEY (client_id, purpose, channel)
);
CALL scope_by_client('client_consent');

-- As V1030, and the consents: each purpose is consented to, for all channels or for one at least.
DROP FUNCTION enrolment_obstacle(text, uuid[], text[], boolean);
CREATE FUNCTION enrolment_obstacle(p_client text, p_segments uuid[], p_products text[], p_consents text[], p_without_staff boolean) RETURNS text
    LANGUAGE sql STABLE
    RETURN CASE
        WHEN cardinality(p_segments) > 0 AND NOT EXISTS (
            SELECT 1 FROM segment_member s WHERE s.client_id = p_client AND s.inside AND s.segment_id = ANY (p_segments)) THEN 'segment'
        WHEN cardinality(p_products) > 0 AND NOT EXISTS (
            SELECT 1 FROM client_trait t WHERE t.client_id = p_client AND t.products && p_products) THEN 'product'
        WHEN EXISTS (
            SELECT 1 FROM unnest(p_consents) AS asked(purpose) WHERE NOT EXISTS (
                SELECT 1 FROM client_consent c WHERE c.client_id = p_client AND c.purpose = asked.purpose AND c.given)) THEN 'consent'
        WHEN p_without_staff AND EXISTS (SELECT 1 FROM client_trait t WHERE t.client_id = p_client AND t.staff) THEN 'staff' END;

-- Notes that points of a holder end at once that came back after its membership or programme had ended; nothing for anybody else.
CREATE FUNCTION end_points_again(p_holder uuid, p_now timestamptz) RETURNS void
    LANGUAGE sql AS $$
    INSERT INTO points_end (holder_id, client_id, due_at)
    SELECT h.id, h.client_id, greatest(h.points_end_at, p_now)
    FROM (SELECT m.id, m.programme_id, m.client_id, m.points_end_at FROM member m WHERE m.id = p_holder
          UNION ALL SELECT q.id, q.programme_id, q.client_id, NULL FROM pool q WHERE q.id = p_holder) h
    JOIN programme p ON p.id = h.programme_id
    WHERE h.points_end_at IS NOT NULL OR p.state = 'CLOSED'
    ON CONFLICT (holder_id) DO UPDATE SET due_at = least(points_end.due_at, excluded.due_at)
$$;

-- Moves everything a merged member has, pending points and debts too, to the membership that goes on, one transfer per currency and one per
-- debt. Lots keep age, expiry, activation, rule and source, and say which lot they come from. What is reserved follows when it is released.
CREATE FUNCTION post_merge(p_from uuid, p_to uuid, p_now timestamptz)
    RETURNS TABLE (transfer_id uuid, out_id uuid, in_id uuid, currency varchar, points bigint, receivers bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_currency varchar;
    v_from points_account;
    v_to bigint;
    v_old bigint[];
    v_new bigint[];
    v_pending bigint[];
    v_available bigint[];
    v_moved_from bigint[];
    v_moved_to bigint[];
    v_moved bigint[];
    v_line integer;
    v_state points_state;
    v_lot bigint;
    v_out uuid;
    v_in uuid;
BEGIN
    FOR v_currency IN SELECT a.currency FROM points_account a WHERE a.holder_id = p_from ORDER BY a.currency LOOP
        PERFORM account_for(h, v_currency) FROM unnest(ARRAY[p_from, p_to]) AS h ORDER BY h;
        SELECT * INTO v_from FROM points_account a WHERE a.holder_id = p_from AND a.currency = v_currency;
        SELECT a.id INTO v_to FROM points_account a WHERE a.holder_id = p_to AND a.currency = v_currency;
        points := v_from.pending + v_from.available;
        IF points > 0 THEN
            transfer_id := uuidv7();
            out_id := open_posting(v_from.id, 'TRANSFER_OUT', points, p_now, NULL, NULL, transfer_id);
            in_id := open_posting(v_to, 'TRANSFER_IN', points, p_now, NULL, NULL, transfer_id);
            SELECT array_agg(l.id ORDER BY l.id), array_agg(l.pending ORDER BY l.id), array_agg(l.available ORDER BY l.id)
            INTO v_old, v_pending, v_available
            FROM lot l WHERE l.id IN (
                SELECT w.id FROM lot w WHERE w.account_id = v_from.id AND w.pending > 0
                UNION SELECT s.id FROM lot s WHERE s.account_id = v_from.id AND s.spendable);
            WITH received AS (
                INSERT INTO lot (account_id, posting_id, rule, programme_version, source_id, earned_at, expires_at, points, activates_at, origin_lot_id)
                SELECT v_to, post_merge.in_id, l.rule, l.programme_version, l.source_id, l.earned_at, l.expires_at, l.pending + l.available,
                       l.activates_at, l.id
                FROM lot l WHERE l.id = ANY (v_old) ORDER BY l.id
                RETURNING id, origin_lot_id)
            SELECT array_agg(r.id ORDER BY r.origin_lot_id) INTO v_new FROM received r;
            v_line := 0;
            FOREACH v_state IN ARRAY ARRAY['PENDING', 'AVAILABLE']::points_state[] LOOP
                SELECT array_agg(m.old ORDER BY m.old), array_agg(m.new ORDER BY m.old), array_agg(m.points ORDER BY m.old)
                INTO v_moved_from, v_moved_to, v_moved
                FROM unnest(v_old, v_new, CASE v_state WHEN 'PENDING' THEN v_pending ELSE v_available END) AS m(old, new, points)
                WHERE m.points > 0;
                IF v_moved IS NOT NULL THEN
                    PERFORM move_points(out_id, v_line, v_from.id, v_state, 'TRANSFERRED', v_moved_from, v_moved);
                    PERFORM move_points(in_id, v_line, v_to, 'TRANSFERRED', v_state, v_moved_to, v_moved);
                    v_line := v_line + cardinality(v_moved);
                END IF;
            END LOOP;
        END IF;
        IF v_from.arrears < 0 THEN
            v_lot := (SELECT max(l.id) FROM lot l WHERE l.account_id = v_from.id);
            v_out := open_posting(v_from.id, 'TRANSFER_OUT', -v_from.arrears, p_now, NULL, NULL, uuidv7());
            v_in := open_posting(v_to, 'TRANSFER_IN', -v_from.arrears, p_now, NULL, NULL, (SELECT p.transfer_id FROM posting p WHERE p.id = v_out));
            PERFORM move_points(v_out, 0, v_from.id, 'TRANSFERRED', 'ARREARS', ARRAY[v_lot], ARRAY[-v_from.arrears]);
            PERFORM move_points(v_in, 0, v_to, 'ARREARS', 'TRANSFERRED', ARRAY[v_lot], ARRAY[-v_from.arrears]);
        END IF;
        PERFORM settle_arrears(v_to, p_now);
        IF points > 0 THEN
            currency := v_currency;
            receivers := spendable_points(v_to, p_now);
            RETURN NEXT;
        END IF;
    END LOOP;
    -- what is reserved follows when its reservation has ended
    IF EXISTS (SELECT 1 FROM points_account a WHERE a.holder_id = p_from AND a.reserved > 0) THEN
        UPDATE points_end e SET due_at = (
            SELECT min(r.deadline) FROM reservation r JOIN points_account a ON a.id = r.account_id WHERE a.holder_id = p_from AND r.state = 'OPEN')
        WHERE e.holder_id = p_from;
    ELSE
        DELETE FROM points_end e WHERE e.holder_id = p_from;
    END IF;
END $$;

-- Who takes a merged member's place in a pool: the place, the mandate, the own points in it, and the answer for it.
CREATE FUNCTION succeed_in_pool(p_from uuid, p_to uuid, p_former_client text, p_client text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_pool uuid := (SELECT pm.pool_id FROM pool_member pm WHERE pm.member_id = p_from);
BEGIN
    UPDATE pool_member pm SET member_id = p_to, client_id = p_client WHERE pm.member_id = p_from;
    UPDATE lot l SET contributed_by = p_to FROM points_account a WHERE a.id = l.account_id AND a.pool_id = v_pool AND l.contributed_by = p_from;
    UPDATE points_account a SET client_id = p_client WHERE a.pool_id = v_pool AND a.client_id = p_former_client;
    UPDATE pool q SET client_id = p_client WHERE q.id = v_pool AND q.client_id = p_former_client;
END $$;

-- As V1006; all lots of one posting, since a transfer may bring several.
CREATE OR REPLACE FUNCTION post_activation_of(p_earning uuid, p_now timestamptz, OUT posting_id uuid, OUT points bigint, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account bigint;
    v_lots bigint[];
    v_pending bigint[];
BEGIN
    SELECT l.account_id INTO v_account FROM lot l WHERE l.posting_id = p_earning LIMIT 1;
    PERFORM 1 FROM points_account a WHERE a.id = v_account FOR UPDATE;
    SELECT array_agg(l.id ORDER BY l.id), array_agg(l.pending ORDER BY l.id), sum(l.pending) INTO v_lots, v_pending, points
    FROM lot l WHERE l.posting_id = p_earning AND l.pending > 0;
    IF v_lots IS NULL THEN
        RETURN;
    END IF;
    posting_id := open_posting(v_account, 'ACTIVATE', points, p_now);
    PERFORM move_points(posting_id, 0, v_account, 'PENDING', 'AVAILABLE', v_lots, v_pending);
    PERFORM settle_arrears(v_account, p_now);
    available := spendable_points(v_account, p_now);
END $$;

-- As V1030; merged members are left to post_merge.
CREATE OR REPLACE FUNCTION post_ended_points(p_now timestamptz, p_holders integer)
    RETURNS TABLE (posting_id uuid, holder_id uuid, programme_id uuid, client_id varchar, currency varchar, points bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_holders uuid[];
    v_accounts bigint[];
BEGIN
    SELECT array_agg(due.holder_id) INTO v_holders
    FROM (SELECT e.holder_id FROM points_end e
          WHERE e.due_at <= p_now AND NOT EXISTS (SELECT 1 FROM member m WHERE m.id = e.holder_id AND m.merged_into IS NOT NULL)
          ORDER BY e.due_at LIMIT p_holders FOR UPDATE SKIP LOCKED) AS due;
    IF v_holders IS NULL THEN
        RETURN;
    END IF;
    SELECT array_agg(locked.id) INTO v_accounts
    FROM (SELECT a.id FROM points_account a WHERE a.holder_id = ANY (v_holders) FOR UPDATE SKIP LOCKED) AS locked;
    RETURN QUERY
    WITH gone AS (
        UPDATE lot l SET pending = 0, available = 0
        WHERE l.id IN (
            SELECT p.id FROM lot p WHERE p.account_id = ANY (v_accounts) AND p.pending > 0
            UNION SELECT s.id FROM lot s WHERE s.account_id = ANY (v_accounts) AND s.spendable)
        RETURNING l.id, l.account_id, old.pending, old.available),
    due AS (
        SELECT uuidv7() AS posting_id, g.account_id, sum(g.pending)::bigint AS pending, sum(g.available)::bigint AS available
        FROM gone g GROUP BY g.account_id),
    posted AS (
        INSERT INTO posting (id, account_id, kind, points, occurred_at, recorded_at, actor)
        SELECT d.posting_id, d.account_id, 'FORFEIT', d.pending + d.available, p_now, p_now, caller_id() FROM due d),
    moves AS (
        SELECT g.account_id, g.id AS lot_id, 'PENDING'::points_state AS state, g.pending AS points FROM gone g WHERE g.pending > 0
        UNION ALL SELECT g.account_id, g.id, 'AVAILABLE', g.available FROM gone g WHERE g.available > 0),
    moved AS (
        INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
        SELECT d.posting_id, row_number() OVER (PARTITION BY d.posting_id ORDER BY m.lot_id, m.state), m.account_id, m.lot_id, m.state, 'FORFEITED', m.points
        FROM moves m JOIN due d USING (account_id)),
    balanced AS (
        UPDATE points_account a
        SET pending = a.pending - d.pending, available = a.available - d.available, forfeited = a.forfeited + d.pending + d.available
        FROM due d WHERE a.id = d.account_id
        RETURNING d.posting_id, a.holder_id, a.programme_id, a.client_id, a.currency, d.pending + d.available AS points)
    SELECT b.posting_id, b.holder_id, b.programme_id, b.client_id, b.currency, b.points FROM balanced b;
    -- who was busy stays due; what is reserved ends when its reservation has
    UPDATE points_end e SET due_at = held.deadline
    FROM (SELECT a.holder_id, min(r.deadline) AS deadline
          FROM points_account a JOIN reservation r ON r.account_id = a.id AND r.state = 'OPEN'
          WHERE a.id = ANY (v_accounts) GROUP BY a.holder_id) held
    WHERE e.holder_id = held.holder_id;
    DELETE FROM points_end e
    WHERE e.holder_id = ANY (v_holders)
      AND NOT EXISTS (SELECT 1 FROM points_account a WHERE a.holder_id = e.holder_id AND a.pending + a.available + a.reserved > 0);
END $$;

ALTER TABLE tier_move
    DROP CONSTRAINT tier_move_reason_ck,
    ADD CONSTRAINT tier_move_reason_ck CHECK (reason IN ('REACHED', 'NOT_KEPT', 'IMPORTED', 'MERGED'));

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
