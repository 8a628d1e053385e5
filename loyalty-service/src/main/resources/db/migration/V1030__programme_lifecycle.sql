-- spend_until: the last business day on which members of a programme that winds down can spend. points_ended: everything left after
-- the close is on the list of points_end.
ALTER TABLE programme
    ADD COLUMN spend_until date,
    ADD COLUMN points_ended boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT programme_spend_until_ck CHECK ((state IN ('WINDING_DOWN', 'CLOSED')) = (spend_until IS NOT NULL)),
    ADD CONSTRAINT programme_points_ended_ck CHECK (state = 'CLOSED' OR NOT points_ended);
CREATE INDEX programme_ending_ix ON programme (spend_until) WHERE spend_until IS NOT NULL AND NOT points_ended;

-- The terms a member agreed to last, by the bank's own name of them.
ALTER TABLE member
    ADD COLUMN terms_version varchar(60),
    ADD COLUMN terms_accepted_at timestamptz,
    ADD CONSTRAINT member_terms_ck CHECK ((terms_version IS NULL) = (terms_accepted_at IS NULL));

ALTER TABLE member_batch ADD COLUMN terms_version varchar(60);
ALTER TABLE member_batch_client
    DROP CONSTRAINT member_batch_client_outcome_ck,
    ADD CONSTRAINT member_batch_client_outcome_ck
        CHECK (outcome IN ('ENROLLED', 'ALREADY_MEMBER', 'UNKNOWN_CLIENT', 'NOT_ELIGIBLE', 'PROGRAMME_ENDED'));

-- What conditions ask about a client beside segments, as told by the client events: codes of the products held, whether the client works
-- for the bank, and whether it holds a public office.
CREATE TABLE client_trait (
    client_id       varchar(64) PRIMARY KEY,
    products        text[]      NOT NULL,
    staff           boolean     NOT NULL,
    public_official boolean     NOT NULL,
    sequence        bigint      NOT NULL
);
CALL scope_by_client('client_trait');

-- Why the terms do not let a client in: segment, product or staff; null when they do. An empty condition asks nothing.
CREATE FUNCTION enrolment_obstacle(p_client text, p_segments uuid[], p_products text[], p_without_staff boolean) RETURNS text
    LANGUAGE sql STABLE
    RETURN CASE
        WHEN cardinality(p_segments) > 0 AND NOT EXISTS (
            SELECT 1 FROM segment_member s WHERE s.client_id = p_client AND s.inside AND s.segment_id = ANY (p_segments)) THEN 'segment'
        WHEN cardinality(p_products) > 0 AND NOT EXISTS (
            SELECT 1 FROM client_trait t WHERE t.client_id = p_client AND t.products && p_products) THEN 'product'
        WHEN p_without_staff AND EXISTS (SELECT 1 FROM client_trait t WHERE t.client_id = p_client AND t.staff) THEN 'staff' END;

-- Holders whose points end at a time, because their programme closed or their membership ended. A row goes when no points are left; while
-- some are reserved it waits for their reservations.
CREATE TABLE points_end (
    holder_id uuid        PRIMARY KEY,
    client_id varchar(64) NOT NULL,
    due_at    timestamptz NOT NULL
);
CREATE INDEX points_end_due_ix ON points_end (due_at);
CALL scope_by_client('points_end');
CREATE INDEX lot_pending_ix ON lot (account_id) WHERE pending > 0;

-- Ends what is pending or can be spent of at most p_holders holders that are due and nobody else works on, one posting per account. Safe to
-- repeat and to run in several replicas.
CREATE FUNCTION post_ended_points(p_now timestamptz, p_holders integer)
    RETURNS TABLE (posting_id uuid, holder_id uuid, programme_id uuid, client_id varchar, currency varchar, points bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_holders uuid[];
    v_accounts bigint[];
BEGIN
    SELECT array_agg(due.holder_id) INTO v_holders
    FROM (SELECT e.holder_id FROM points_end e WHERE e.due_at <= p_now ORDER BY e.due_at LIMIT p_holders FOR UPDATE SKIP LOCKED) AS due;
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
