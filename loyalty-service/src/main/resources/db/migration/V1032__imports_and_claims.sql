-- Points taken over from another system: adjustments of an import, each line's reference once per programme.
ALTER TABLE adjustment ADD COLUMN import_id uuid;
CREATE UNIQUE INDEX adjustment_import_ux ON adjustment (programme_id, reference) WHERE import_id IS NOT NULL;

-- Credits the points of many adjustments at once, a posting and a lot each; accounts are locked in one order. Lots are as old as the points
-- were in the other system.
CREATE FUNCTION post_imported_points(
    p_adjustments uuid[], p_members uuid[], p_currencies text[], p_points bigint[], p_versions integer[], p_references text[],
    p_earned timestamptz[], p_expires timestamptz[], p_now timestamptz)
    RETURNS TABLE (adjustment_id uuid, posting_id uuid, member_id uuid, currency text, points bigint, available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_postings uuid[];
BEGIN
    PERFORM account_for(h.holder, h.currency)
    FROM (SELECT DISTINCT t.holder, t.currency FROM unnest(p_members, p_currencies) AS t(holder, currency) ORDER BY t.holder, t.currency) h;
    SELECT array_agg(uuidv7()) INTO v_postings FROM unnest(p_adjustments);
    WITH line AS (
        SELECT t.posting, t.adjustment, a.id AS account, t.points, t.version, t.reference, t.earned, t.expires
        FROM unnest(v_postings, p_adjustments, p_members, p_currencies, p_points, p_versions, p_references, p_earned, p_expires)
             AS t(posting, adjustment, member, currency, points, version, reference, earned, expires)
        JOIN points_account a ON a.holder_id = t.member AND a.currency = t.currency),
    posted AS (
        INSERT INTO posting (id, account_id, kind, points, occurred_at, recorded_at, actor, source_id)
        SELECT l.posting, l.account, 'ADJUST', l.points, p_now, p_now, caller_id(), l.adjustment::text FROM line l),
    opened AS (
        INSERT INTO lot (account_id, posting_id, rule, programme_version, source_id, earned_at, expires_at, points, available)
        SELECT l.account, l.posting, 'import', l.version, l.reference, l.earned, l.expires, l.points, l.points FROM line l
        RETURNING id, lot.account_id, lot.posting_id, lot.points),
    moved AS (
        INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
        SELECT o.posting_id, 1, o.account_id, o.id, 'ADJUSTED', 'AVAILABLE', o.points FROM opened o)
    UPDATE points_account a SET adjusted = a.adjusted - t.points, available = a.available + t.points
    FROM (SELECT o.account_id, sum(o.points)::bigint AS points FROM opened o GROUP BY o.account_id) t WHERE a.id = t.account_id;
    PERFORM settle_arrears(a.id, p_now) FROM points_account a WHERE a.holder_id = ANY (p_members) AND a.arrears < 0;
    RETURN QUERY
    SELECT t.adjustment, t.posting, t.member, t.currency, t.points, spendable_points(a.id, p_now)
    FROM unnest(v_postings, p_adjustments, p_members, p_currencies, p_points) AS t(posting, adjustment, member, currency, points)
    JOIN points_account a ON a.holder_id = t.member AND a.currency = t.currency;
END $$;

-- A member's claim for points that were not credited. What is granted is an adjustment, above the programme's limit one that a second person
-- approves. evidence is the member's own words or a reference; an erasure empties it.
CREATE TABLE claim (
    id            uuid          PRIMARY KEY,
    programme_id  uuid          NOT NULL,
    member_id     uuid          NOT NULL,
    client_id     varchar(64)   NOT NULL,
    currency      varchar(20)   NOT NULL,
    points        bigint        NOT NULL,
    activity_type varchar(100)  NOT NULL,
    happened_on   date          NOT NULL,
    evidence      varchar(2000),
    state         varchar(20)   NOT NULL,
    opened_by     varchar(128)  NOT NULL,
    opened_at     timestamptz   NOT NULL,
    decided_by    varchar(128),
    decided_at    timestamptz,
    answer        varchar(1000),
    adjustment_id uuid,
    version       bigint        NOT NULL,
    CONSTRAINT claim_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT claim_adjustment_fk FOREIGN KEY (adjustment_id) REFERENCES adjustment (id),
    CONSTRAINT claim_points_ck CHECK (points BETWEEN 1 AND 1000000000000),
    CONSTRAINT claim_state_ck CHECK (state IN ('OPEN', 'GRANTED', 'REJECTED', 'WITHDRAWN')),
    CONSTRAINT claim_granted_ck CHECK ((state = 'GRANTED') = (adjustment_id IS NOT NULL)),
    CONSTRAINT claim_decided_ck CHECK ((state = 'OPEN') = (decided_at IS NULL)),
    CONSTRAINT claim_four_eyes_ck CHECK (state NOT IN ('GRANTED', 'REJECTED') OR decided_by <> opened_by)
);
CREATE INDEX claim_page_ix ON claim (programme_id, id);
CALL scope_by_client('claim');

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
