-- Which segment a client was in at a time: every move is kept, in whatever order and however often the events come.
CREATE TABLE segment_move (
    segment_id uuid        NOT NULL,
    client_id  varchar(64) NOT NULL,
    sequence   bigint      NOT NULL,
    inside     boolean     NOT NULL,
    since      timestamptz NOT NULL,
    CONSTRAINT segment_move_pk PRIMARY KEY (client_id, segment_id, sequence)
);
CALL scope_by_client('segment_move');
SELECT set_config('app.reach', 'ALL', true);
INSERT INTO segment_move (segment_id, client_id, sequence, inside, since) SELECT segment_id, client_id, sequence, inside, since FROM segment_member;

-- slides: by how long each later earning renews the lot. held: a velocity rule keeps its points pending until somebody decides.
ALTER TABLE lot
    ADD COLUMN slides interval,
    ADD COLUMN held boolean NOT NULL DEFAULT false;
ALTER TABLE points_account ADD COLUMN slides boolean NOT NULL DEFAULT false;
CREATE INDEX lot_sliding_ix ON lot (account_id, expires_at) WHERE slides IS NOT NULL;
CREATE INDEX lot_held_origin_ix ON lot (origin_lot_id) WHERE held AND origin_lot_id IS NOT NULL;
CREATE INDEX earning_member_ix ON earning (member_id, occurred_at);

-- A lot that was transferred keeps on sliding, and stays held.
CREATE FUNCTION lot_goes_on_as_its_origin() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    SELECT l.slides, l.held INTO NEW.slides, NEW.held FROM lot l WHERE l.id = NEW.origin_lot_id;
    IF NEW.slides IS NOT NULL THEN
        UPDATE points_account a SET slides = true WHERE a.id = NEW.account_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER lot_goes_on_as_its_origin BEFORE INSERT ON lot
    FOR EACH ROW WHEN (NEW.origin_lot_id IS NOT NULL) EXECUTE FUNCTION lot_goes_on_as_its_origin();

-- An earning that a velocity rule holds, and who decided about it: not who reported it.
CREATE TABLE earning_review (
    id           uuid         PRIMARY KEY DEFAULT uuidv7(),
    programme_id uuid         NOT NULL,
    member_id    uuid         NOT NULL,
    client_id    varchar(64)  NOT NULL,
    source_id    varchar(128) NOT NULL,
    watch        varchar(60)  NOT NULL,
    state        varchar(20)  NOT NULL DEFAULT 'OPEN',
    reported_by  varchar(128) NOT NULL,
    opened_at    timestamptz  NOT NULL,
    decided_by   varchar(128),
    decided_at   timestamptz,
    remark       varchar(1000),
    version      bigint       NOT NULL DEFAULT 0,
    CONSTRAINT earning_review_earning_fk FOREIGN KEY (programme_id, source_id) REFERENCES earning (programme_id, source_id),
    CONSTRAINT earning_review_once_uq UNIQUE (programme_id, source_id),
    CONSTRAINT earning_review_state_ck CHECK (state IN ('OPEN', 'RELEASED', 'REJECTED')),
    CONSTRAINT earning_review_decided_ck CHECK ((state = 'OPEN') = (decided_by IS NULL) AND (state = 'OPEN') = (decided_at IS NULL)),
    CONSTRAINT earning_review_four_eyes_ck CHECK (decided_by <> reported_by)
);
CREATE INDEX earning_review_page_ix ON earning_review (programme_id, id);
CALL scope_by_client('earning_review');

-- Whether a rule granted a member points for an activity between two times, both left out; what was taken back whole does not count.
CREATE FUNCTION cools_down(p_member uuid, p_pool uuid, p_currency text, p_rule text, p_after timestamptz, p_before timestamptz) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM points_account a JOIN posting p ON p.account_id = a.id
        JOIN earning e ON e.programme_id = a.programme_id AND e.source_id = p.source_id
        WHERE a.holder_id IN (p_member, p_pool) AND a.currency = p_currency AND p.kind = 'EARN' AND p.rule = p_rule
          AND p.occurred_at > p_after AND p.occurred_at < p_before AND e.member_id = p_member
          AND p.points > coalesce((SELECT sum(r.points) FROM posting r WHERE r.reverses = p.id AND r.kind = 'REVERSE'), 0))
$$;

-- The first of the watches [{"key", "within", "activityType", "activities", "points"}] that an earning goes beyond; null for none. It is
-- looked at in every stretch of that length it lies in, so that the order of arrival does not matter. The earning itself is noted already, its
-- points are not posted.
CREATE FUNCTION watch_that_holds(
    p_watches jsonb, p_programme uuid, p_member uuid, p_pool uuid, p_occurred_at timestamptz, p_grants jsonb) RETURNS text
    LANGUAGE sql STABLE AS $$
    SELECT w."key"
    FROM ROWS FROM (jsonb_to_recordset(p_watches)
            AS ("key" text, "within" interval, "activityType" text, "activities" integer, "points" bigint)) WITH ORDINALITY
        AS w("key", "within", "activityType", "activities", "points", place)
    CROSS JOIN LATERAL (
        SELECT p_occurred_at AS until
        UNION
        SELECT e.occurred_at FROM earning e
        WHERE e.programme_id = p_programme AND e.member_id = p_member
          AND e.occurred_at > p_occurred_at AND e.occurred_at < p_occurred_at + w."within") stretch
    WHERE w."activities" < (
            SELECT count(*) FROM earning e
            WHERE e.programme_id = p_programme AND e.member_id = p_member
              AND e.occurred_at > stretch.until - w."within" AND e.occurred_at <= stretch.until
              AND (w."activityType" IS NULL OR e.activity_type = w."activityType"))
       OR EXISTS (
            SELECT 1
            FROM (SELECT g."currency", sum(g."points") AS points
                  FROM jsonb_to_recordset(p_grants) AS g("currency" text, "points" bigint) GROUP BY g."currency") wished
            WHERE w."points" < wished.points + coalesce((
                SELECT sum(p.points) FROM points_account a JOIN posting p ON p.account_id = a.id
                JOIN earning e ON e.programme_id = a.programme_id AND e.source_id = p.source_id
                WHERE a.holder_id IN (p_member, p_pool) AND a.currency = wished."currency" AND p.kind = 'EARN' AND e.member_id = p_member
                  AND p.occurred_at > stretch.until - w."within" AND p.occurred_at <= stretch.until
                  AND (w."activityType" IS NULL OR e.activity_type = w."activityType")), 0))
    ORDER BY w.place LIMIT 1
$$;

-- Renews the sliding lots of an account that have not expired, each by its own length, to the end of a business day of the programme.
CREATE FUNCTION renew_sliding_lots(p_account bigint, p_earned_at timestamptz, p_now timestamptz) RETURNS void
    LANGUAGE sql AS $$
    UPDATE lot l SET expires_at = r.expires_at
    FROM (SELECT o.id, ((p_earned_at AT TIME ZONE p.time_zone)::date + o.slides + interval '1 day') AT TIME ZONE p.time_zone AS expires_at
          FROM lot o JOIN points_account a ON a.id = o.account_id JOIN programme p ON p.id = a.programme_id
          WHERE o.account_id = p_account AND o.slides IS NOT NULL AND o.expires_at > p_now AND o.pending + o.available + o.reserved > 0) r
    WHERE l.id = r.id AND l.expires_at < r.expires_at
$$;

-- As V1006. A grant may also carry "slides" and "coolDownFrom", "coolDownUntil"; what goes beyond one of the watches is held: pending,
-- with a review, whatever its rule says of activation.
DROP FUNCTION post_earning(uuid, text, text, timestamptz, integer, jsonb, jsonb, timestamptz);
CREATE FUNCTION post_earning(
    p_member uuid, p_source text, p_activity_type text, p_occurred_at timestamptz, p_version integer,
    p_explanation jsonb, p_grants jsonb, p_now timestamptz, p_watches jsonb DEFAULT NULL)
    RETURNS TABLE (posting_id uuid, rule text, currency text, points bigint, wished bigint, limited_by text, pending boolean,
                   expires_at timestamptz, available bigint, held_by text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_grant record;
    v_account bigint;
    v_owes boolean;
    v_lot bigint;
    v_programme uuid;
    v_pool uuid;
    v_slides boolean;
    v_any boolean := false;
    v_capped boolean := p_grants @? '$[*].caps[0]';
    v_watched boolean := coalesce(jsonb_array_length(p_watches), 0) > 0;
BEGIN
    INSERT INTO earning (programme_id, source_id, member_id, activity_type, occurred_at, programme_version, explanation)
    SELECT m.programme_id, p_source, m.id, p_activity_type, p_occurred_at, p_version, p_explanation FROM member m WHERE m.id = p_member
    ON CONFLICT ON CONSTRAINT earning_pk DO NOTHING
    RETURNING programme_id INTO v_programme;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    -- what looks back at the member's own earnings takes turns; the member is locked before caps and accounts
    IF v_watched OR p_grants @? '$[*] ? (@.coolDownFrom != null)' THEN
        PERFORM 1 FROM member m WHERE m.id = p_member FOR NO KEY UPDATE;
    END IF;
    IF v_capped THEN
        PERFORM lock_caps(v_programme, p_grants);
    END IF;
    SELECT pm.pool_id INTO v_pool FROM pool_member pm WHERE pm.member_id = p_member AND pm.earns_here;
    IF v_watched THEN
        held_by := watch_that_holds(p_watches, v_programme, p_member, v_pool, p_occurred_at, p_grants);
    END IF;
    FOR v_grant IN
        SELECT g."currency", g."rule", g."points", g."expiresAt" AS expires_at, coalesce(g."pending", false) OR held_by IS NOT NULL AS pending,
               CASE WHEN coalesce(g."pending", false) OR held_by IS NULL THEN g."activatesAt" ELSE p_occurred_at END AS activates_at,
               g."caps", g."slides", g."coolDownFrom" AS cool_from, g."coolDownUntil" AS cool_until
        FROM jsonb_to_recordset(p_grants) AS g(
            "currency" text, "rule" text, "points" bigint, "expiresAt" timestamptz, "pending" boolean, "activatesAt" timestamptz, "caps" jsonb,
            "slides" interval, "coolDownFrom" timestamptz, "coolDownUntil" timestamptz)
    LOOP
        rule := v_grant.rule;
        currency := v_grant.currency;
        wished := v_grant.points;
        points := v_grant.points;
        limited_by := NULL;
        pending := v_grant.pending;
        expires_at := v_grant.expires_at;
        IF v_grant.cool_from IS NOT NULL
           AND cools_down(p_member, v_pool, v_grant.currency, v_grant.rule, v_grant.cool_from, v_grant.cool_until) THEN
            points := 0;
            limited_by := 'cool-down';
        ELSIF v_capped AND jsonb_array_length(coalesce(v_grant.caps, '[]')) > 0 THEN
            SELECT u.granted, u.limiting INTO points, limited_by FROM use_caps(v_programme, v_grant.caps, v_grant.points) u;
        END IF;
        IF limited_by IS NOT NULL THEN
            INSERT INTO earning_limit (programme_id, source_id, rule, cap, granted)
            VALUES (v_programme, p_source, v_grant.rule, limited_by, post_earning.points);
        END IF;
        IF points = 0 THEN
            posting_id := NULL;
            available := coalesce((SELECT spendable_points(a.id, p_now) FROM points_account a
                                   WHERE a.holder_id = coalesce(v_pool, p_member) AND a.currency = v_grant.currency), 0);
            RETURN NEXT;
            CONTINUE;
        END IF;
        UPDATE points_account a SET
            issued = a.issued - post_earning.points,
            available = a.available + CASE WHEN v_grant.pending THEN 0 ELSE post_earning.points END,
            pending = a.pending + CASE WHEN v_grant.pending THEN post_earning.points ELSE 0 END,
            slides = a.slides OR v_grant.slides IS NOT NULL
        WHERE a.holder_id = coalesce(v_pool, p_member) AND a.currency = v_grant.currency
        RETURNING a.id, a.arrears < 0, a.slides INTO v_account, v_owes, v_slides;
        IF NOT FOUND THEN
            v_account := account_for(coalesce(v_pool, p_member), v_grant.currency);
            UPDATE points_account a SET
                issued = a.issued - post_earning.points,
                available = a.available + CASE WHEN v_grant.pending THEN 0 ELSE post_earning.points END,
                pending = a.pending + CASE WHEN v_grant.pending THEN post_earning.points ELSE 0 END,
                slides = a.slides OR v_grant.slides IS NOT NULL
            WHERE a.id = v_account
            RETURNING a.arrears < 0, a.slides INTO v_owes, v_slides;
        END IF;
        INSERT INTO posting (account_id, kind, points, occurred_at, recorded_at, actor, rule, programme_version, source_id)
        VALUES (v_account, 'EARN', post_earning.points, p_occurred_at, p_now, caller_id(), v_grant.rule, p_version, p_source)
        RETURNING posting.id INTO posting_id;
        INSERT INTO lot (account_id, posting_id, rule, programme_version, source_id, earned_at, expires_at, points, available, pending,
                         activates_at, contributed_by, slides, held)
        VALUES (v_account, post_earning.posting_id, v_grant.rule, p_version, p_source, p_occurred_at, v_grant.expires_at, post_earning.points,
                CASE WHEN v_grant.pending THEN 0 ELSE post_earning.points END, CASE WHEN v_grant.pending THEN post_earning.points ELSE 0 END,
                v_grant.activates_at, CASE WHEN v_pool IS NOT NULL THEN p_member END, v_grant.slides, held_by IS NOT NULL)
        RETURNING lot.id INTO v_lot;
        INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
        VALUES (post_earning.posting_id, 1, v_account, v_lot, 'ISSUED',
                CASE WHEN v_grant.pending THEN 'PENDING' ELSE 'AVAILABLE' END::points_state, post_earning.points);
        IF v_capped AND v_grant.caps IS NOT NULL THEN
            INSERT INTO cap_use (posting_id, programme_id, cap, holder, period_start, period_end)
            SELECT post_earning.posting_id, v_programme, c."cap", c."holder", c."periodStart", c."periodEnd"
            FROM jsonb_to_recordset(v_grant.caps) AS c("cap" text, "holder" uuid, "periodStart" timestamptz, "periodEnd" timestamptz);
        END IF;
        IF v_slides THEN
            PERFORM renew_sliding_lots(v_account, p_occurred_at, p_now);
        END IF;
        IF v_owes THEN
            PERFORM settle_arrears(v_account, p_now);
        END IF;
        v_any := true;
        available := spendable_points(v_account, p_now);
        RETURN NEXT;
    END LOOP;
    IF v_any AND held_by IS NOT NULL THEN
        INSERT INTO earning_review (programme_id, member_id, client_id, source_id, watch, reported_by, opened_at)
        SELECT v_programme, m.id, m.client_id, p_source, held_by, caller_id(), p_now FROM member m WHERE m.id = p_member;
    END IF;
END $$;

-- As V1006; what is held waits.
CREATE OR REPLACE FUNCTION post_activation(p_now timestamptz, p_accounts integer)
    RETURNS TABLE (posting_id uuid, holder_id uuid, programme_id uuid, client_id varchar, currency varchar, points bigint, activated_at timestamptz, available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_accounts bigint[];
    v_made uuid[];
BEGIN
    SELECT array_agg(locked.id) INTO v_accounts
    FROM (SELECT a.id FROM points_account a
          WHERE a.id IN (SELECT l.account_id FROM lot l WHERE l.pending > 0 AND l.activates_at <= p_now AND NOT l.held ORDER BY l.activates_at LIMIT p_accounts)
          FOR UPDATE SKIP LOCKED) AS locked;
    WITH ripe AS (
        UPDATE lot l SET available = l.available + l.pending, pending = 0
        WHERE l.account_id = ANY (v_accounts) AND l.pending > 0 AND l.activates_at <= p_now AND NOT l.held
        RETURNING l.id, l.account_id, l.activates_at, old.pending AS points),
    due AS (
        SELECT uuidv7() AS posting_id, r.account_id, r.activates_at, sum(r.points)::bigint AS points
        FROM ripe r GROUP BY r.account_id, r.activates_at),
    posted AS (
        INSERT INTO posting (id, account_id, kind, points, occurred_at, recorded_at, actor)
        SELECT d.posting_id, d.account_id, 'ACTIVATE', d.points, d.activates_at, p_now, caller_id() FROM due d),
    moved AS (
        INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
        SELECT d.posting_id, row_number() OVER (PARTITION BY d.posting_id ORDER BY r.id), r.account_id, r.id, 'PENDING', 'AVAILABLE', r.points
        FROM ripe r JOIN due d USING (account_id, activates_at)),
    balanced AS (
        UPDATE points_account a SET available = a.available + t.points, pending = a.pending - t.points
        FROM (SELECT d.account_id, sum(d.points)::bigint AS points FROM due d GROUP BY d.account_id) t
        WHERE a.id = t.account_id)
    SELECT array_agg(d.posting_id) INTO v_made FROM due d;
    PERFORM settle_arrears(a.id, p_now) FROM points_account a WHERE a.id = ANY (v_accounts) AND a.arrears < 0;
    RETURN QUERY
    SELECT p.id, a.holder_id, a.programme_id, a.client_id, a.currency, p.points, p.occurred_at, spendable_points(a.id, p_now)
    FROM posting p JOIN points_account a ON a.id = p.account_id WHERE p.id = ANY (v_made) ORDER BY p.account_id, p.occurred_at;
END $$;

-- As V1031; what is held waits.
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
    FROM lot l WHERE l.posting_id = p_earning AND l.pending > 0 AND NOT l.held;
    IF v_lots IS NULL THEN
        RETURN;
    END IF;
    posting_id := open_posting(v_account, 'ACTIVATE', points, p_now);
    PERFORM move_points(posting_id, 0, v_account, 'PENDING', 'AVAILABLE', v_lots, v_pending);
    PERFORM settle_arrears(v_account, p_now);
    available := spendable_points(v_account, p_now);
END $$;

-- The lots of an activity whose points are held and not taken back, wherever they have been moved since.
CREATE FUNCTION held_lots(p_programme uuid, p_source text)
    RETURNS TABLE (lot_id bigint, posting_id uuid, account_id bigint, holder_id uuid, pool boolean, client_id varchar, currency varchar)
    LANGUAGE sql STABLE AS $$
    WITH RECURSIVE held AS (
        SELECT l.id, l.posting_id, l.account_id, l.pending
        FROM earning e
        JOIN points_account a ON a.programme_id = e.programme_id
            AND a.holder_id IN (SELECT e.member_id UNION ALL SELECT pm.pool_id FROM pool_member pm WHERE pm.member_id = e.member_id)
        JOIN posting p ON p.account_id = a.id AND p.occurred_at = e.occurred_at AND p.source_id = e.source_id AND p.kind = 'EARN'
        JOIN lot l ON l.posting_id = p.id
        WHERE e.programme_id = p_programme AND e.source_id = p_source AND l.held
        UNION ALL
        SELECT l.id, l.posting_id, l.account_id, l.pending FROM held h JOIN lot l ON l.origin_lot_id = h.id WHERE l.held)
    SELECT h.id, h.posting_id, h.account_id, a.holder_id, a.pool_id IS NOT NULL, a.client_id, a.currency
    FROM held h JOIN points_account a ON a.id = h.account_id WHERE h.pending > 0
$$;

-- Ends the hold on an earning; its points become spendable when their rule says, now at the earliest. Gives the postings due now.
CREATE FUNCTION release_held(p_programme uuid, p_source text, p_now timestamptz) RETURNS TABLE (posting_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM points_account a
    WHERE a.id IN (SELECT h.account_id FROM held_lots(p_programme, p_source) h) ORDER BY a.id FOR UPDATE;
    RETURN QUERY
    WITH freed AS (
        UPDATE lot l SET held = false, activates_at = CASE WHEN l.activates_at IS NOT NULL THEN greatest(l.activates_at, p_now) END
        FROM held_lots(p_programme, p_source) h WHERE l.id = h.lot_id
        RETURNING l.posting_id, l.activates_at)
    SELECT DISTINCT f.posting_id FROM freed f WHERE f.activates_at <= p_now;
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
