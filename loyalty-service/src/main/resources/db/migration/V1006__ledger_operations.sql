-- What else points can do: wait for activation, be reversed, refunded, transferred, pooled, adjusted, reinstated, forfeited, owed. Every
-- function here locks the account first, moves lots and balances by move_points, and writes one posting of exactly the points moved.

SELECT set_config('app.reach', 'ALL', true);

-- A household or company that saves and spends together. client_id is the client who answers for it.
CREATE TABLE pool (
    id           uuid         PRIMARY KEY,
    programme_id uuid         NOT NULL,
    client_id    varchar(64)  NOT NULL,
    name         varchar(200) NOT NULL,
    kind         varchar(20)  NOT NULL,
    state        varchar(20)  NOT NULL,
    created_by   varchar(128) NOT NULL,
    created_at   timestamptz  NOT NULL,
    dissolved_at timestamptz,
    version      bigint       NOT NULL,
    CONSTRAINT pool_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT pool_kind_ck CHECK (kind IN ('HOUSEHOLD', 'COMPANY')),
    CONSTRAINT pool_state_ck CHECK (state IN ('OPEN', 'DISSOLVED')),
    CONSTRAINT pool_dissolved_ck CHECK ((state = 'DISSOLVED') = (dissolved_at IS NOT NULL))
);
CREATE INDEX pool_page_ix ON pool (programme_id, id);
CALL scope_by_client('pool');

-- Who belongs to a pool and may spend how much of it: a mandate of points per calendar month of the programme, null for none at all.
CREATE TABLE pool_member (
    pool_id    uuid        NOT NULL,
    member_id  uuid        NOT NULL,
    client_id  varchar(64) NOT NULL,
    earns_here boolean     NOT NULL,
    mandate    bigint,
    joined_at  timestamptz NOT NULL,
    CONSTRAINT pool_member_pk PRIMARY KEY (member_id),
    CONSTRAINT pool_member_pool_fk FOREIGN KEY (pool_id) REFERENCES pool (id),
    CONSTRAINT pool_member_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT pool_member_mandate_ck CHECK (mandate > 0)
);
CREATE INDEX pool_member_pool_ix ON pool_member (pool_id, member_id);
CALL scope_by_client('pool_member');

ALTER TABLE points_account
    ALTER COLUMN member_id DROP NOT NULL,
    ADD COLUMN pool_id uuid,
    ADD COLUMN holder_id uuid GENERATED ALWAYS AS (coalesce(member_id, pool_id)) STORED,
    ADD COLUMN transferred bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT points_account_pool_fk FOREIGN KEY (pool_id) REFERENCES pool (id),
    ADD CONSTRAINT points_account_holder_ck CHECK (num_nonnulls(member_id, pool_id) = 1),
    ADD CONSTRAINT points_account_holder_uq UNIQUE (holder_id, currency),
    DROP CONSTRAINT points_account_member_uq,
    DROP CONSTRAINT points_account_sums_to_zero_ck,
    ADD CONSTRAINT points_account_sums_to_zero_ck
        CHECK (issued + pending + available + reserved + spent + expired + forfeited + adjusted + arrears + transferred = 0);

-- activates_at: when pending points become spendable by themselves, null when an event has to say so. expired: what of the lot ran out.
-- origin_lot_id: the lot its points were transferred from. contributed_by: the member whose points these are within a pool.
ALTER TABLE lot
    ADD COLUMN activates_at timestamptz,
    ADD COLUMN expired bigint NOT NULL DEFAULT 0,
    ADD COLUMN origin_lot_id bigint,
    ADD COLUMN contributed_by uuid,
    ADD CONSTRAINT lot_origin_fk FOREIGN KEY (origin_lot_id) REFERENCES lot (id);
UPDATE lot l SET expired = gone.points
FROM (SELECT e.lot_id, sum(e.points) AS points FROM entry e WHERE e.to_state = 'EXPIRED' GROUP BY e.lot_id) gone
WHERE gone.lot_id = l.id;
ALTER TABLE lot
    DROP CONSTRAINT lot_remaining_ck,
    ADD CONSTRAINT lot_remaining_ck
        CHECK (least(pending, available, reserved, expired) >= 0 AND pending + available + reserved + expired <= points);
CREATE INDEX lot_activation_ix ON lot (activates_at, account_id) WHERE pending > 0 AND activates_at IS NOT NULL;
CREATE INDEX lot_posting_ix ON lot (posting_id);

-- spent_by: the member who spent out of a pool. transfer_id ties the two postings of a transfer.
ALTER TABLE posting
    ADD COLUMN transfer_id uuid,
    ADD COLUMN spent_by uuid,
    DROP CONSTRAINT posting_kind_ck,
    ADD CONSTRAINT posting_kind_ck CHECK (kind IN (
        'EARN', 'ACTIVATE', 'RESERVE', 'REDEEM', 'RELEASE', 'EXPIRE', 'REVERSE', 'REFUND', 'SETTLE', 'ADJUST', 'TRANSFER_OUT', 'TRANSFER_IN',
        'REINSTATE', 'FORFEIT')),
    ADD CONSTRAINT posting_reverses_ck CHECK (kind NOT IN ('REVERSE', 'REFUND', 'REINSTATE') OR reverses IS NOT NULL),
    ADD CONSTRAINT posting_transfer_ck CHECK ((kind IN ('TRANSFER_OUT', 'TRANSFER_IN')) = (transfer_id IS NOT NULL));
CREATE INDEX posting_reverses_ix ON posting (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX posting_reversal_source_ux ON posting (reverses, source_id) WHERE kind = 'REVERSE' AND source_id IS NOT NULL;
CREATE UNIQUE INDEX posting_reinstated_once_ux ON posting (reverses) WHERE kind = 'REINSTATE';
CREATE UNIQUE INDEX posting_adjustment_source_ux ON posting (source_id) WHERE kind = 'ADJUST';

-- A posting moves exactly its points within its own account: checked when the transaction commits.
CREATE FUNCTION posting_moves_its_points() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.points IS DISTINCT FROM (
        SELECT sum(e.points)::bigint FROM entry e WHERE e.posting_id = NEW.id HAVING bool_and(e.account_id = NEW.account_id)) THEN
        RAISE EXCEPTION 'posting % does not move its points', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER posting_moves_its_points AFTER INSERT ON posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION posting_moves_its_points();

-- What of a cap is used in one period by one holder (a member, or the programme). The row lock makes caps exact.
CREATE TABLE cap_usage (
    programme_id uuid        NOT NULL,
    cap          varchar(60) NOT NULL,
    holder       uuid        NOT NULL,
    period_start timestamptz NOT NULL,
    used         bigint      NOT NULL DEFAULT 0,
    CONSTRAINT cap_usage_pk PRIMARY KEY (programme_id, cap, holder, period_start),
    CONSTRAINT cap_usage_used_ck CHECK (used >= 0)
) WITH (fillfactor = 70);
CALL scope_as_catalogue('cap_usage');

-- What an earning took of which cap, so that its reversal gives room back within the cap's own period.
CREATE TABLE cap_use (
    posting_id   uuid        NOT NULL,
    programme_id uuid        NOT NULL,
    cap          varchar(60) NOT NULL,
    holder       uuid        NOT NULL,
    period_start timestamptz NOT NULL,
    period_end   timestamptz,
    CONSTRAINT cap_use_pk PRIMARY KEY (posting_id, cap),
    CONSTRAINT cap_use_posting_fk FOREIGN KEY (posting_id) REFERENCES posting (id)
);
CALL scope_as_catalogue('cap_use');

-- Where a cap left less than a rule wished; beside the explanation, which was written before.
CREATE TABLE earning_limit (
    programme_id uuid         NOT NULL,
    source_id    varchar(128) NOT NULL,
    rule         varchar(60)  NOT NULL,
    cap          varchar(60)  NOT NULL,
    granted      bigint       NOT NULL,
    CONSTRAINT earning_limit_pk PRIMARY KEY (programme_id, source_id, rule),
    CONSTRAINT earning_limit_earning_fk FOREIGN KEY (programme_id, source_id) REFERENCES earning (programme_id, source_id),
    CONSTRAINT earning_limit_granted_ck CHECK (granted >= 0)
);
ALTER TABLE earning_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE earning_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY caller_scope ON earning_limit USING (
    (SELECT sees_all()) OR EXISTS (
        SELECT 1 FROM earning e WHERE e.programme_id = earning_limit.programme_id AND e.source_id = earning_limit.source_id));

REVOKE INSERT, UPDATE, DELETE ON cap_usage, cap_use, earning_limit FROM "${app_role}";

-- Moves points of lots from one state to another: entries, lots and balance, all or none. Lines go on from p_line.
CREATE FUNCTION move_points(
    p_posting uuid, p_line integer, p_account bigint, p_from points_state, p_to points_state, p_lots bigint[], p_moved bigint[]) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    v_sum bigint := (SELECT sum(m) FROM unnest(p_moved) AS m);
BEGIN
    INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
    SELECT p_posting, p_line + m.line, p_account, m.lot, p_from, p_to, m.points
    FROM unnest(p_lots, p_moved) WITH ORDINALITY AS m(lot, points, line);
    UPDATE lot l SET
        pending = l.pending + m.points * ((p_to = 'PENDING')::int - (p_from = 'PENDING')::int),
        available = l.available + m.points * ((p_to = 'AVAILABLE')::int - (p_from = 'AVAILABLE')::int),
        reserved = l.reserved + m.points * ((p_to = 'RESERVED')::int - (p_from = 'RESERVED')::int),
        expired = l.expired + m.points * ((p_to = 'EXPIRED')::int - (p_from = 'EXPIRED')::int)
    FROM unnest(p_lots, p_moved) AS m(lot, points)
    WHERE l.id = m.lot AND (p_from IN ('PENDING', 'AVAILABLE', 'RESERVED', 'EXPIRED') OR p_to IN ('PENDING', 'AVAILABLE', 'RESERVED', 'EXPIRED'));
    UPDATE points_account a SET
        issued = a.issued + v_sum * ((p_to = 'ISSUED')::int - (p_from = 'ISSUED')::int),
        pending = a.pending + v_sum * ((p_to = 'PENDING')::int - (p_from = 'PENDING')::int),
        available = a.available + v_sum * ((p_to = 'AVAILABLE')::int - (p_from = 'AVAILABLE')::int),
        reserved = a.reserved + v_sum * ((p_to = 'RESERVED')::int - (p_from = 'RESERVED')::int),
        spent = a.spent + v_sum * ((p_to = 'SPENT')::int - (p_from = 'SPENT')::int),
        expired = a.expired + v_sum * ((p_to = 'EXPIRED')::int - (p_from = 'EXPIRED')::int),
        forfeited = a.forfeited + v_sum * ((p_to = 'FORFEITED')::int - (p_from = 'FORFEITED')::int),
        adjusted = a.adjusted + v_sum * ((p_to = 'ADJUSTED')::int - (p_from = 'ADJUSTED')::int),
        arrears = a.arrears + v_sum * ((p_to = 'ARREARS')::int - (p_from = 'ARREARS')::int),
        transferred = a.transferred + v_sum * ((p_to = 'TRANSFERRED')::int - (p_from = 'TRANSFERRED')::int)
    WHERE a.id = p_account;
END $$;

-- The head of a posting; its movements follow in the same transaction.
CREATE FUNCTION open_posting(
    p_account bigint, p_kind text, p_points bigint, p_now timestamptz, p_reverses uuid DEFAULT NULL, p_source text DEFAULT NULL,
    p_transfer uuid DEFAULT NULL) RETURNS uuid
    LANGUAGE sql AS $$
    INSERT INTO posting (account_id, kind, points, occurred_at, recorded_at, actor, reverses, source_id, transfer_id)
    VALUES (p_account, p_kind, p_points, p_now, p_now, caller_id(), p_reverses, p_source, p_transfer) RETURNING id
$$;

-- The account of a member or pool in one currency, made when it is the first time; locked.
CREATE FUNCTION account_for(p_holder uuid, p_currency text) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    v_account bigint;
BEGIN
    SELECT a.id INTO v_account FROM points_account a WHERE a.holder_id = p_holder AND a.currency = p_currency FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO points_account (member_id, programme_id, client_id, currency)
        SELECT m.id, m.programme_id, m.client_id, p_currency FROM member m WHERE m.id = p_holder
        ON CONFLICT ON CONSTRAINT points_account_holder_uq DO NOTHING;
        INSERT INTO points_account (pool_id, programme_id, client_id, currency)
        SELECT p.id, p.programme_id, p.client_id, p_currency FROM pool p WHERE p.id = p_holder
        ON CONFLICT ON CONSTRAINT points_account_holder_uq DO NOTHING;
        SELECT a.id INTO v_account FROM points_account a WHERE a.holder_id = p_holder AND a.currency = p_currency FOR UPDATE;
    END IF;
    RETURN v_account;
END $$;

-- Arrears absorb credits first: what can be spent goes to what is owed. After it, whoever owes can spend nothing.
CREATE FUNCTION settle_arrears(p_account bigint, p_now timestamptz) RETURNS bigint
    LANGUAGE plpgsql AS $$
DECLARE
    v_owed bigint := (SELECT -a.arrears FROM points_account a WHERE a.id = p_account);
    v_chosen record;
    v_posting uuid;
BEGIN
    IF v_owed = 0 THEN
        RETURN 0;
    END IF;
    v_owed := least(v_owed, spendable_points(p_account, p_now));
    IF v_owed = 0 THEN
        RETURN 0;
    END IF;
    v_chosen := choose_lots(p_account, v_owed, p_now);
    v_posting := open_posting(p_account, 'SETTLE', v_owed, p_now);
    PERFORM move_points(v_posting, 0, p_account, 'AVAILABLE', 'ARREARS', v_chosen.lots, v_chosen.taken);
    RETURN v_owed;
END $$;

-- Which lots p_points come out of, as V1003 says; when the lots do not suffice, lots and taken are null.
CREATE OR REPLACE FUNCTION choose_lots(p_account bigint, p_points bigint, p_now timestamptz, OUT lots bigint[], OUT taken bigint[], OUT gathered bigint)
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
        taken := NULL;
    END IF;
END $$;

-- Takes p_wished points, or what is left, of all these caps [{"cap", "holder", "periodStart", "periodEnd", "limit"}]; limiting names the cap
-- that left less. Caps are locked in one order, before any account.
CREATE FUNCTION lock_caps(p_programme uuid, p_grants jsonb) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    v_cap record;
BEGIN
    FOR v_cap IN
        SELECT DISTINCT c."cap", c."holder", c."periodStart"
        FROM jsonb_array_elements(p_grants) AS g, jsonb_to_recordset(coalesce(g -> 'caps', '[]')) AS c("cap" text, "holder" uuid, "periodStart" timestamptz)
        ORDER BY c."cap", c."holder", c."periodStart"
    LOOP
        INSERT INTO cap_usage (programme_id, cap, holder, period_start)
        VALUES (p_programme, v_cap."cap", v_cap."holder", v_cap."periodStart") ON CONFLICT ON CONSTRAINT cap_usage_pk DO NOTHING;
        PERFORM 1 FROM cap_usage u
        WHERE u.programme_id = p_programme AND u.cap = v_cap."cap" AND u.holder = v_cap."holder" AND u.period_start = v_cap."periodStart"
        FOR UPDATE;
    END LOOP;
END $$;

CREATE FUNCTION use_caps(p_programme uuid, p_caps jsonb, p_wished bigint, OUT granted bigint, OUT limiting text)
    LANGUAGE plpgsql AS $$
DECLARE
    v_cap record;
BEGIN
    granted := p_wished;
    FOR v_cap IN
        SELECT c."cap", greatest(c."limit" - u.used, 0) AS room
        FROM jsonb_to_recordset(p_caps) AS c("cap" text, "holder" uuid, "periodStart" timestamptz, "limit" bigint)
        JOIN cap_usage u ON u.programme_id = p_programme AND u.cap = c."cap" AND u.holder = c."holder" AND u.period_start = c."periodStart"
        ORDER BY c."cap"
    LOOP
        IF v_cap.room < granted THEN
            granted := v_cap.room;
            limiting := v_cap."cap";
        END IF;
    END LOOP;
    UPDATE cap_usage u SET used = u.used + use_caps.granted
    FROM jsonb_to_recordset(p_caps) AS c("cap" text, "holder" uuid, "periodStart" timestamptz)
    WHERE u.programme_id = p_programme AND u.cap = c."cap" AND u.holder = c."holder" AND u.period_start = c."periodStart";
END $$;

-- Credits what an activity earned: one posting and one lot per grant {"currency", "rule", "points", "expiresAt", "pending", "activatesAt",
-- "caps"}, into the pool the member earns for, if there is one. Returns a row per grant, with the points granted beside those wished and no
-- posting when a cap left none; no row when the activity has counted already, or the member is not in scope.
DROP FUNCTION post_earning(uuid, text, text, timestamptz, integer, jsonb, jsonb, timestamptz);
CREATE FUNCTION post_earning(
    p_member uuid, p_source text, p_activity_type text, p_occurred_at timestamptz, p_version integer,
    p_explanation jsonb, p_grants jsonb, p_now timestamptz)
    RETURNS TABLE (posting_id uuid, rule text, currency text, points bigint, wished bigint, limited_by text, pending boolean,
                   expires_at timestamptz, available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_grant record;
    v_account bigint;
    v_owes boolean;
    v_lot bigint;
    v_programme uuid;
    v_pool uuid;
    v_capped boolean := p_grants @? '$[*].caps[0]';
BEGIN
    INSERT INTO earning (programme_id, source_id, member_id, activity_type, occurred_at, programme_version, explanation)
    SELECT m.programme_id, p_source, m.id, p_activity_type, p_occurred_at, p_version, p_explanation FROM member m WHERE m.id = p_member
    ON CONFLICT ON CONSTRAINT earning_pk DO NOTHING
    RETURNING programme_id INTO v_programme;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF v_capped THEN
        PERFORM lock_caps(v_programme, p_grants);
    END IF;
    SELECT pm.pool_id INTO v_pool FROM pool_member pm WHERE pm.member_id = p_member AND pm.earns_here;
    FOR v_grant IN
        SELECT g."currency", g."rule", g."points", g."expiresAt" AS expires_at, coalesce(g."pending", false) AS pending,
               g."activatesAt" AS activates_at, g."caps"
        FROM jsonb_to_recordset(p_grants) AS g(
            "currency" text, "rule" text, "points" bigint, "expiresAt" timestamptz, "pending" boolean, "activatesAt" timestamptz, "caps" jsonb)
    LOOP
        rule := v_grant.rule;
        currency := v_grant.currency;
        wished := v_grant.points;
        points := v_grant.points;
        limited_by := NULL;
        pending := v_grant.pending;
        expires_at := v_grant.expires_at;
        IF v_capped AND jsonb_array_length(coalesce(v_grant.caps, '[]')) > 0 THEN
            SELECT u.granted, u.limiting INTO points, limited_by FROM use_caps(v_programme, v_grant.caps, v_grant.points) u;
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
        END IF;
        UPDATE points_account a SET
            issued = a.issued - post_earning.points,
            available = a.available + CASE WHEN v_grant.pending THEN 0 ELSE post_earning.points END,
            pending = a.pending + CASE WHEN v_grant.pending THEN post_earning.points ELSE 0 END
        WHERE a.holder_id = coalesce(v_pool, p_member) AND a.currency = v_grant.currency
        RETURNING a.id, a.arrears < 0 INTO v_account, v_owes;
        IF NOT FOUND THEN
            v_account := account_for(coalesce(v_pool, p_member), v_grant.currency);
            UPDATE points_account a SET
                issued = a.issued - post_earning.points,
                available = a.available + CASE WHEN v_grant.pending THEN 0 ELSE post_earning.points END,
                pending = a.pending + CASE WHEN v_grant.pending THEN post_earning.points ELSE 0 END
            WHERE a.id = v_account
            RETURNING a.arrears < 0 INTO v_owes;
        END IF;
        INSERT INTO posting (account_id, kind, points, occurred_at, recorded_at, actor, rule, programme_version, source_id)
        VALUES (v_account, 'EARN', post_earning.points, p_occurred_at, p_now, caller_id(), v_grant.rule, p_version, p_source)
        RETURNING posting.id INTO posting_id;
        INSERT INTO lot (account_id, posting_id, rule, programme_version, source_id, earned_at, expires_at, points, available, pending,
                         activates_at, contributed_by)
        VALUES (v_account, post_earning.posting_id, v_grant.rule, p_version, p_source, p_occurred_at, v_grant.expires_at, post_earning.points,
                CASE WHEN v_grant.pending THEN 0 ELSE post_earning.points END, CASE WHEN v_grant.pending THEN post_earning.points ELSE 0 END,
                v_grant.activates_at, CASE WHEN v_pool IS NOT NULL THEN p_member END)
        RETURNING lot.id INTO v_lot;
        INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
        VALUES (post_earning.posting_id, 1, v_account, v_lot, 'ISSUED',
                CASE WHEN v_grant.pending THEN 'PENDING' ELSE 'AVAILABLE' END::points_state, post_earning.points);
        IF v_capped AND v_grant.caps IS NOT NULL THEN
            INSERT INTO cap_use (posting_id, programme_id, cap, holder, period_start, period_end)
            SELECT post_earning.posting_id, v_programme, c."cap", c."holder", c."periodStart", c."periodEnd"
            FROM jsonb_to_recordset(v_grant.caps) AS c("cap" text, "holder" uuid, "periodStart" timestamptz, "periodEnd" timestamptz);
        END IF;
        IF v_owes THEN
            PERFORM settle_arrears(v_account, p_now);
        END IF;
        available := spendable_points(v_account, p_now);
        RETURN NEXT;
    END LOOP;
END $$;

-- Spends points of a member or pool at once; p_by is the member who spends out of a pool.
DROP FUNCTION post_redemption(uuid, text, bigint, timestamptz);
CREATE FUNCTION post_redemption(
    p_holder uuid, p_currency text, p_points bigint, p_now timestamptz, p_by uuid DEFAULT NULL, OUT posting_id uuid, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account bigint;
    v_chosen record;
BEGIN
    SELECT a.id INTO v_account FROM points_account a WHERE a.holder_id = p_holder AND a.currency = p_currency FOR UPDATE;
    v_chosen := choose_lots(v_account, p_points, p_now);
    IF v_chosen.lots IS NULL THEN
        available := v_chosen.gathered;
        RETURN;
    END IF;
    UPDATE lot l SET available = l.available - t.points FROM unnest(v_chosen.lots, v_chosen.taken) AS t(id, points) WHERE l.id = t.id;
    UPDATE points_account a SET available = a.available - p_points, spent = a.spent + p_points WHERE a.id = v_account;
    INSERT INTO posting (account_id, kind, points, occurred_at, recorded_at, actor, spent_by)
    VALUES (v_account, 'REDEEM', p_points, p_now, p_now, caller_id(), p_by) RETURNING id INTO posting_id;
    INSERT INTO entry (posting_id, line, account_id, lot_id, from_state, to_state, points)
    SELECT post_redemption.posting_id, m.line, v_account, m.lot, 'AVAILABLE', 'SPENT', m.points
    FROM unnest(v_chosen.lots, v_chosen.taken) WITH ORDINALITY AS m(lot, points, line);
    available := spendable_points(v_account, p_now);
END $$;

-- What a pool's member has spent out of it since p_since, refunds taken off.
CREATE FUNCTION spent_of_mandate(p_pool uuid, p_currency text, p_by uuid, p_since timestamptz) RETURNS bigint
    LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(p.points - coalesce((SELECT sum(r.points) FROM posting r WHERE r.reverses = p.id AND r.kind = 'REFUND'), 0)), 0)::bigint
    FROM posting p JOIN points_account a ON a.id = p.account_id
    WHERE a.pool_id = p_pool AND a.currency = p_currency AND p.kind = 'REDEEM' AND p.spent_by = p_by AND p.occurred_at >= p_since
$$;

-- Spends out of a pool within the spender's mandate. refusal is no-mandate or mandate-exceeded, room then says what is left of it.
CREATE FUNCTION post_pool_redemption(
    p_pool uuid, p_by uuid, p_currency text, p_points bigint, p_month_start timestamptz, p_now timestamptz,
    OUT posting_id uuid, OUT available bigint, OUT room bigint, OUT refusal text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account bigint;
    v_debit record;
BEGIN
    available := 0;
    SELECT a.id INTO v_account FROM points_account a WHERE a.holder_id = p_pool AND a.currency = p_currency FOR UPDATE;
    SELECT pm.mandate - spent_of_mandate(p_pool, p_currency, p_by, p_month_start) INTO room
    FROM pool_member pm WHERE pm.pool_id = p_pool AND pm.member_id = p_by;
    IF room IS NULL THEN
        refusal := 'no-mandate';
    ELSIF room < p_points THEN
        refusal := 'mandate-exceeded';
    ELSE
        v_debit := post_redemption(p_pool, p_currency, p_points, p_now, p_by);
        posting_id := v_debit.posting_id;
        available := v_debit.available;
    END IF;
END $$;

-- As V1003, by holder.
CREATE OR REPLACE FUNCTION post_reservation(
    p_reservation uuid, p_member uuid, p_currency text, p_points bigint, p_reward uuid, p_quantity integer, p_deadline timestamptz,
    p_now timestamptz, OUT posting_id uuid, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account bigint;
    v_chosen record;
BEGIN
    SELECT a.id INTO v_account FROM points_account a WHERE a.holder_id = p_member AND a.currency = p_currency FOR UPDATE;
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

-- As V1003; what comes back settles arrears first.
CREATE OR REPLACE FUNCTION post_release(
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
    INSERT INTO posting (account_id, kind, points, occurred_at, recorded_at, actor, reservation_id)
    VALUES (v_reservation.account_id, 'RELEASE', v_reservation.points, p_now, p_now, caller_id(), p_reservation) RETURNING id INTO posting_id;
    PERFORM move_points(posting_id, 0, v_reservation.account_id, 'RESERVED', 'AVAILABLE', v_lots, v_taken);
    IF expired > 0 THEN
        INSERT INTO posting (account_id, kind, points, occurred_at, recorded_at, actor, reservation_id)
        VALUES (v_reservation.account_id, 'EXPIRE', post_release.expired, p_now, p_now, caller_id(), p_reservation) RETURNING id INTO expiry_id;
        PERFORM move_points(expiry_id, 0, v_reservation.account_id, 'AVAILABLE', 'EXPIRED', v_late_lots, v_late_points);
    END IF;
    UPDATE reservation r SET state = p_state, ended_at = p_now WHERE r.id = p_reservation;
    PERFORM settle_arrears(v_reservation.account_id, p_now);
    available := spendable_points(v_reservation.account_id, p_now);
END $$;

-- As V1003; a lot remembers what of it ran out, and the owner of a pool's account is its pool.
DROP FUNCTION post_expiry(timestamptz, integer);
CREATE FUNCTION post_expiry(p_now timestamptz, p_accounts integer)
    RETURNS TABLE (posting_id uuid, holder_id uuid, programme_id uuid, client_id varchar, currency varchar, points bigint, expired_at timestamptz, available bigint)
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
        UPDATE lot l SET available = 0, expired = l.expired + l.available
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
        RETURNING a.id, a.holder_id, a.programme_id, a.client_id, a.currency, a.available)
    SELECT d.posting_id, b.holder_id, b.programme_id, b.client_id, b.currency, d.points, d.expires_at,
           b.available + coalesce(sum(d.points) OVER (
               PARTITION BY d.account_id ORDER BY d.expires_at DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::bigint
    FROM due d JOIN balanced b ON b.id = d.account_id
    ORDER BY d.account_id, d.expires_at;
END $$;

-- Makes pending points spendable that are due in at most p_accounts accounts nobody else works on, one posting per account and instant,
-- dated at that instant. Safe to repeat and to run in several replicas.
CREATE FUNCTION post_activation(p_now timestamptz, p_accounts integer)
    RETURNS TABLE (posting_id uuid, holder_id uuid, programme_id uuid, client_id varchar, currency varchar, points bigint, activated_at timestamptz, available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_accounts bigint[];
    v_made uuid[];
BEGIN
    SELECT array_agg(locked.id) INTO v_accounts
    FROM (SELECT a.id FROM points_account a
          WHERE a.id IN (SELECT l.account_id FROM lot l WHERE l.pending > 0 AND l.activates_at <= p_now ORDER BY l.activates_at LIMIT p_accounts)
          FOR UPDATE SKIP LOCKED) AS locked;
    WITH ripe AS (
        UPDATE lot l SET available = l.available + l.pending, pending = 0
        WHERE l.account_id = ANY (v_accounts) AND l.pending > 0 AND l.activates_at <= p_now
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

-- Makes the pending points of one earning spendable now. posting_id is null when none are pending.
CREATE FUNCTION post_activation_of(p_earning uuid, p_now timestamptz, OUT posting_id uuid, OUT points bigint, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account bigint;
    v_lot lot;
BEGIN
    SELECT l.account_id INTO v_account FROM lot l WHERE l.posting_id = p_earning;
    PERFORM 1 FROM points_account a WHERE a.id = v_account FOR UPDATE;
    SELECT * INTO v_lot FROM lot l WHERE l.posting_id = p_earning AND l.pending > 0;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    points := v_lot.pending;
    posting_id := open_posting(v_account, 'ACTIVATE', points, p_now);
    PERFORM move_points(posting_id, 0, v_account, 'PENDING', 'AVAILABLE', ARRAY[v_lot.id], ARRAY[points]);
    PERFORM settle_arrears(v_account, p_now);
    available := spendable_points(v_account, p_now);
END $$;

-- Takes an earning back, p_points of it or what is left of it (null): first what of its own lot is pending, available or has expired, then
-- other points in the order of spending, then, by policy TO_ARREARS, as a debt. Policy WITHIN_BALANCE leaves the rest; PENDING_ONLY
-- refuses unless all of it is still pending. Reversals add up; what is left is told. refusal: not-an-earning, already-reversed,
-- already-counted (the same source), exceeds-remaining, not-pending, nothing-to-take.
CREATE FUNCTION post_reversal(
    p_earning uuid, p_points bigint, p_policy text, p_source text, p_now timestamptz,
    OUT posting_id uuid, OUT points bigint, OUT owed bigint, OUT remaining bigint, OUT available bigint, OUT refusal text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_earning posting;
    v_lot lot;
    v_left bigint;
    v_part bigint;
    v_chosen record;
    v_line integer := 0;
    v_state points_state;
BEGIN
    SELECT * INTO v_earning FROM posting p WHERE p.id = p_earning AND p.kind = 'EARN';
    IF NOT FOUND THEN
        refusal := 'not-an-earning';
        RETURN;
    END IF;
    PERFORM 1 FROM cap_usage u JOIN cap_use c USING (programme_id, cap, holder, period_start)
    WHERE c.posting_id = p_earning ORDER BY u.cap, u.holder, u.period_start FOR UPDATE OF u;
    PERFORM 1 FROM points_account a WHERE a.id = v_earning.account_id FOR UPDATE;
    SELECT * INTO v_lot FROM lot l WHERE l.posting_id = p_earning;
    remaining := v_earning.points - coalesce((SELECT sum(r.points) FROM posting r WHERE r.reverses = p_earning AND r.kind = 'REVERSE'), 0);
    v_left := coalesce(p_points, remaining);
    refusal := CASE
        WHEN p_source IS NOT NULL AND EXISTS (SELECT 1 FROM posting r WHERE r.reverses = p_earning AND r.source_id = p_source) THEN 'already-counted'
        WHEN remaining = 0 THEN 'already-reversed'
        WHEN v_left > remaining THEN 'exceeds-remaining'
        WHEN p_policy = 'PENDING_ONLY' AND v_lot.pending < v_left THEN 'not-pending'
        WHEN p_policy = 'WITHIN_BALANCE' AND v_lot.pending + v_lot.available + v_lot.expired + spendable_points(v_earning.account_id, p_now) = 0
            THEN 'nothing-to-take' END;
    IF refusal IS NOT NULL THEN
        RETURN;
    END IF;
    IF p_policy = 'WITHIN_BALANCE' THEN
        v_left := least(v_left, v_lot.pending + v_lot.available + v_lot.expired + spendable_points(v_earning.account_id, p_now)
            - CASE WHEN v_lot.expires_at IS NULL OR v_lot.expires_at > p_now THEN v_lot.available ELSE 0 END);
    END IF;
    points := v_left;
    owed := 0;
    posting_id := open_posting(v_earning.account_id, 'REVERSE', points, p_now, p_earning, p_source);
    FOREACH v_state IN ARRAY ARRAY['PENDING', 'AVAILABLE', 'EXPIRED']::points_state[] LOOP
        v_part := least(v_left, CASE v_state WHEN 'PENDING' THEN v_lot.pending WHEN 'AVAILABLE' THEN v_lot.available ELSE v_lot.expired END);
        IF v_part > 0 THEN
            PERFORM move_points(posting_id, v_line, v_earning.account_id, v_state, 'ISSUED', ARRAY[v_lot.id], ARRAY[v_part]);
            v_line := v_line + 1;
            v_left := v_left - v_part;
        END IF;
    END LOOP;
    v_part := least(v_left, spendable_points(v_earning.account_id, p_now));
    IF v_part > 0 THEN
        v_chosen := choose_lots(v_earning.account_id, v_part, p_now);
        PERFORM move_points(posting_id, v_line, v_earning.account_id, 'AVAILABLE', 'ISSUED', v_chosen.lots, v_chosen.taken);
        v_line := v_line + cardinality(v_chosen.lots);
        v_left := v_left - v_part;
    END IF;
    IF v_left > 0 THEN
        owed := v_left;
        PERFORM move_points(posting_id, v_line, v_earning.account_id, 'ARREARS', 'ISSUED', ARRAY[v_lot.id], ARRAY[v_left]);
    END IF;
    UPDATE cap_usage u SET used = u.used - post_reversal.points
    FROM cap_use c
    WHERE c.posting_id = p_earning AND (c.period_end IS NULL OR c.period_end > p_now)
      AND u.programme_id = c.programme_id AND u.cap = c.cap AND u.holder = c.holder AND u.period_start = c.period_start;
    remaining := remaining - points;
    available := spendable_points(v_earning.account_id, p_now);
END $$;

-- Takes a redemption back, p_points of it or what is left of it (null): points return to the lots they came from, last taken first, with the
-- expiry those have. What is past its expiry expires at once, in a posting of its own, unless p_grace gives it life until then. refusal:
-- not-a-redemption, already-refunded, exceeds-remaining.
CREATE FUNCTION post_refund(
    p_redemption uuid, p_points bigint, p_grace timestamptz, p_now timestamptz,
    OUT posting_id uuid, OUT expiry_id uuid, OUT points bigint, OUT expired bigint, OUT remaining bigint, OUT available bigint, OUT refusal text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_redemption posting;
    v_lots bigint[];
    v_back bigint[];
    v_late_lots bigint[];
    v_late_points bigint[];
BEGIN
    expired := 0;
    SELECT * INTO v_redemption FROM posting p WHERE p.id = p_redemption AND p.kind = 'REDEEM';
    IF NOT FOUND THEN
        refusal := 'not-a-redemption';
        RETURN;
    END IF;
    PERFORM 1 FROM points_account a WHERE a.id = v_redemption.account_id FOR UPDATE;
    remaining := v_redemption.points - coalesce((SELECT sum(r.points) FROM posting r WHERE r.reverses = p_redemption AND r.kind = 'REFUND'), 0);
    points := coalesce(p_points, remaining);
    refusal := CASE WHEN remaining = 0 THEN 'already-refunded' WHEN points > remaining THEN 'exceeds-remaining' END;
    IF refusal IS NOT NULL THEN
        RETURN;
    END IF;
    WITH owing AS (
        SELECT e.line, e.lot_id, e.points - coalesce((
                   SELECT sum(b.points) FROM posting r JOIN entry b ON b.posting_id = r.id
                   WHERE r.reverses = p_redemption AND r.kind = 'REFUND' AND b.lot_id = e.lot_id), 0) AS points
        FROM entry e WHERE e.posting_id = p_redemption),
    taken AS (
        SELECT o.line, o.lot_id,
               least(o.points, post_refund.points - coalesce(sum(o.points) OVER (ORDER BY o.line DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))
                   AS points
        FROM owing o WHERE o.points > 0)
    SELECT array_agg(t.lot_id ORDER BY t.line DESC), array_agg(t.points ORDER BY t.line DESC) INTO v_lots, v_back FROM taken t WHERE t.points > 0;
    posting_id := open_posting(v_redemption.account_id, 'REFUND', points, p_now, p_redemption);
    PERFORM move_points(posting_id, 0, v_redemption.account_id, 'SPENT', 'AVAILABLE', v_lots, v_back);
    IF p_grace > p_now THEN
        UPDATE lot l SET expires_at = p_grace WHERE l.id = ANY (v_lots) AND l.expires_at <= p_now AND NOT EXISTS (
            SELECT 1 FROM unnest(v_lots, v_back) AS t(id, points) WHERE t.id = l.id AND l.available > t.points);
    END IF;
    SELECT array_agg(t.id ORDER BY t.line), array_agg(t.points ORDER BY t.line), coalesce(sum(t.points), 0)
    INTO v_late_lots, v_late_points, expired
    FROM unnest(v_lots, v_back) WITH ORDINALITY AS t(id, points, line) JOIN lot l ON l.id = t.id WHERE l.expires_at <= p_now;
    IF expired > 0 THEN
        expiry_id := open_posting(v_redemption.account_id, 'EXPIRE', expired, p_now);
        PERFORM move_points(expiry_id, 0, v_redemption.account_id, 'AVAILABLE', 'EXPIRED', v_late_lots, v_late_points);
    END IF;
    PERFORM settle_arrears(v_redemption.account_id, p_now);
    remaining := remaining - points;
    available := spendable_points(v_redemption.account_id, p_now);
END $$;

-- Credits (above zero) or takes (below zero) points by hand. posting_id is null when what is to be taken is not there, or the adjustment
-- has been posted before.
CREATE FUNCTION post_adjustment(
    p_adjustment text, p_holder uuid, p_currency text, p_points bigint, p_version integer, p_expires_at timestamptz, p_now timestamptz,
    OUT posting_id uuid, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account bigint := account_for(p_holder, p_currency);
    v_lot bigint;
    v_chosen record;
BEGIN
    available := spendable_points(v_account, p_now);
    IF EXISTS (SELECT 1 FROM posting p WHERE p.kind = 'ADJUST' AND p.source_id = p_adjustment) THEN
        RETURN;
    END IF;
    IF p_points > 0 THEN
        posting_id := open_posting(v_account, 'ADJUST', p_points, p_now, NULL, p_adjustment);
        INSERT INTO lot (account_id, posting_id, rule, programme_version, source_id, earned_at, expires_at, points)
        VALUES (v_account, post_adjustment.posting_id, 'adjustment', p_version, p_adjustment, p_now, p_expires_at, p_points) RETURNING id INTO v_lot;
        PERFORM move_points(posting_id, 0, v_account, 'ADJUSTED', 'AVAILABLE', ARRAY[v_lot], ARRAY[p_points]);
        PERFORM settle_arrears(v_account, p_now);
    ELSE
        v_chosen := choose_lots(v_account, -p_points, p_now);
        IF v_chosen.lots IS NULL THEN
            RETURN;
        END IF;
        posting_id := open_posting(v_account, 'ADJUST', -p_points, p_now, NULL, p_adjustment);
        PERFORM move_points(posting_id, 0, v_account, 'AVAILABLE', 'ADJUSTED', v_chosen.lots, v_chosen.taken);
    END IF;
    available := spendable_points(v_account, p_now);
END $$;

-- Moves lots to another account of the programme, each keeping its age, expiry, rule, version and source. Into a pool they stay marked with
-- whose they are; p_of takes only the lots a pool holds for that member. out_id is null when they do not suffice.
CREATE FUNCTION post_transfer(
    p_transfer uuid, p_from uuid, p_to uuid, p_currency text, p_points bigint, p_of uuid, p_now timestamptz,
    OUT out_id uuid, OUT in_id uuid, OUT available bigint, OUT receivers bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_from bigint;
    v_to bigint;
    v_pooled boolean;
    v_lots bigint[];
    v_taken bigint[];
    v_new bigint[];
BEGIN
    -- both accounts are locked in one order: nobody waits in a circle
    PERFORM account_for(h, p_currency) FROM unnest(ARRAY[p_from, p_to]) AS h ORDER BY h;
    SELECT a.id INTO v_from FROM points_account a WHERE a.holder_id = p_from AND a.currency = p_currency;
    SELECT a.id, a.pool_id IS NOT NULL INTO v_to, v_pooled FROM points_account a WHERE a.holder_id = p_to AND a.currency = p_currency;
    IF p_of IS NULL THEN
        SELECT c.lots, c.taken INTO v_lots, v_taken FROM choose_lots(v_from, p_points, p_now) c;
    ELSE
        SELECT array_agg(t.id ORDER BY t.place), array_agg(t.points ORDER BY t.place) INTO v_lots, v_taken
        FROM (SELECT o.id, o.place, least(o.available, p_points - o.before) AS points
              FROM (SELECT l.id, l.available, row_number() OVER w AS place, sum(l.available) OVER w - l.available AS before
                    FROM lot l WHERE l.account_id = v_from AND l.contributed_by = p_of AND l.spendable AND (l.expires_at IS NULL OR l.expires_at > p_now)
                    WINDOW w AS (ORDER BY l.expires_at NULLS LAST, l.earned_at, l.id)) o
              WHERE o.before < p_points) t;
        IF (SELECT sum(t) FROM unnest(v_taken) t) IS DISTINCT FROM p_points THEN
            v_lots := NULL;
        END IF;
    END IF;
    IF v_lots IS NULL THEN
        available := spendable_points(v_from, p_now);
        RETURN;
    END IF;
    out_id := open_posting(v_from, 'TRANSFER_OUT', p_points, p_now, NULL, NULL, p_transfer);
    PERFORM move_points(out_id, 0, v_from, 'AVAILABLE', 'TRANSFERRED', v_lots, v_taken);
    in_id := open_posting(v_to, 'TRANSFER_IN', p_points, p_now, NULL, NULL, p_transfer);
    WITH given AS (SELECT t.id, t.points, t.line FROM unnest(v_lots, v_taken) WITH ORDINALITY AS t(id, points, line)),
    received AS (
        INSERT INTO lot (account_id, posting_id, rule, programme_version, source_id, earned_at, expires_at, points, origin_lot_id, contributed_by)
        SELECT v_to, post_transfer.in_id, l.rule, l.programme_version, l.source_id, l.earned_at, l.expires_at, g.points, l.id,
               CASE WHEN v_pooled THEN coalesce(l.contributed_by, p_from) END
        FROM given g JOIN lot l ON l.id = g.id ORDER BY g.line
        RETURNING id, origin_lot_id)
    SELECT array_agg(r.id ORDER BY g.line) INTO v_new FROM received r JOIN given g ON g.id = r.origin_lot_id;
    PERFORM move_points(in_id, 0, v_to, 'TRANSFERRED', 'AVAILABLE', v_new, v_taken);
    PERFORM settle_arrears(v_to, p_now);
    available := spendable_points(v_from, p_now);
    receivers := spendable_points(v_to, p_now);
END $$;

-- Gives points that expired back to their lots, which live until p_until. posting_id is null when there is no such expiry or it was taken
-- back before; points may be fewer than expired, where reversals took some.
CREATE FUNCTION post_reinstatement(p_expiry uuid, p_until timestamptz, p_now timestamptz, OUT posting_id uuid, OUT points bigint, OUT available bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account bigint;
    v_lots bigint[];
    v_back bigint[];
BEGIN
    SELECT p.account_id INTO v_account FROM posting p WHERE p.id = p_expiry AND p.kind = 'EXPIRE';
    PERFORM 1 FROM points_account a WHERE a.id = v_account FOR UPDATE;
    IF v_account IS NULL OR EXISTS (SELECT 1 FROM posting r WHERE r.reverses = p_expiry AND r.kind = 'REINSTATE') THEN
        RETURN;
    END IF;
    SELECT array_agg(e.lot_id ORDER BY e.line), array_agg(least(e.points, l.expired) ORDER BY e.line), sum(least(e.points, l.expired))
    INTO v_lots, v_back, points
    FROM entry e JOIN lot l ON l.id = e.lot_id WHERE e.posting_id = p_expiry AND l.expired > 0;
    IF v_lots IS NULL THEN
        RETURN;
    END IF;
    UPDATE lot l SET expires_at = p_until WHERE l.id = ANY (v_lots);
    posting_id := open_posting(v_account, 'REINSTATE', points, p_now, p_expiry);
    PERFORM move_points(posting_id, 0, v_account, 'EXPIRED', 'AVAILABLE', v_lots, v_back);
    PERFORM settle_arrears(v_account, p_now);
    available := spendable_points(v_account, p_now);
END $$;

-- Ends all points of a holder that are pending or can be spent, one posting per currency; reserved ones stay until their reservation ends.
CREATE FUNCTION post_forfeit(p_holder uuid, p_now timestamptz) RETURNS TABLE (posting_id uuid, currency varchar, points bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_account points_account;
    v_lots bigint[];
    v_pending bigint[];
    v_available bigint[];
BEGIN
    FOR v_account IN SELECT * FROM points_account a WHERE a.holder_id = p_holder AND a.pending + a.available > 0 ORDER BY a.id FOR UPDATE LOOP
        currency := v_account.currency;
        points := v_account.pending + v_account.available;
        posting_id := open_posting(v_account.id, 'FORFEIT', points, p_now);
        SELECT array_agg(l.id ORDER BY l.id), array_agg(l.pending ORDER BY l.id) INTO v_lots, v_pending
        FROM lot l WHERE l.account_id = v_account.id AND l.pending > 0;
        IF v_lots IS NOT NULL THEN
            PERFORM move_points(posting_id, 0, v_account.id, 'PENDING', 'FORFEITED', v_lots, v_pending);
        END IF;
        SELECT array_agg(l.id ORDER BY l.id), array_agg(l.available ORDER BY l.id) INTO v_lots, v_available
        FROM lot l WHERE l.account_id = v_account.id AND l.spendable;
        IF v_lots IS NOT NULL THEN
            PERFORM move_points(posting_id, coalesce(cardinality(v_pending), 0), v_account.id, 'AVAILABLE', 'FORFEITED', v_lots, v_available);
        END IF;
        RETURN NEXT;
    END LOOP;
END $$;

-- As V1003, with the points transferred, and what ran out compared with the lots as well.
CREATE OR REPLACE FUNCTION ledger_differences(p_programme uuid)
    RETURNS TABLE (account_id bigint, state points_state, balance bigint, entries bigint, lots bigint)
    LANGUAGE sql STABLE AS $$
    WITH account AS (SELECT * FROM points_account a WHERE a.programme_id = p_programme),
    balances AS (
        SELECT a.id, b.state, b.points
        FROM account a CROSS JOIN LATERAL (VALUES
            ('ISSUED'::points_state, a.issued), ('PENDING', a.pending), ('AVAILABLE', a.available), ('RESERVED', a.reserved), ('SPENT', a.spent),
            ('EXPIRED', a.expired), ('FORFEITED', a.forfeited), ('ADJUSTED', a.adjusted), ('ARREARS', a.arrears),
            ('TRANSFERRED', a.transferred)) AS b(state, points)),
    summed_moves AS (
        SELECT e.account_id, e.from_state, e.to_state, sum(e.points) AS points
        FROM entry e JOIN account a ON a.id = e.account_id GROUP BY e.account_id, e.from_state, e.to_state),
    summed_entries AS (
        SELECT m.account_id, m.state, sum(m.points) AS points
        FROM (SELECT s.account_id, s.from_state AS state, -s.points AS points FROM summed_moves s
              UNION ALL SELECT s.account_id, s.to_state, s.points FROM summed_moves s) m
        GROUP BY m.account_id, m.state),
    summed_lots AS (
        SELECT l.account_id, sum(l.pending) AS pending, sum(l.available) AS available, sum(l.reserved) AS reserved, sum(l.expired) AS expired
        FROM lot l JOIN account a ON a.id = l.account_id GROUP BY l.account_id)
    SELECT b.id, b.state, b.points, coalesce(e.points, 0)::bigint, o.points
    FROM balances b
    LEFT JOIN summed_entries e ON e.account_id = b.id AND e.state = b.state
    LEFT JOIN summed_lots l ON l.account_id = b.id
    CROSS JOIN LATERAL (SELECT CASE b.state
        WHEN 'PENDING' THEN coalesce(l.pending, 0)::bigint
        WHEN 'AVAILABLE' THEN coalesce(l.available, 0)::bigint
        WHEN 'EXPIRED' THEN coalesce(l.expired, 0)::bigint
        WHEN 'RESERVED' THEN coalesce(l.reserved, 0)::bigint END AS points) o
    WHERE b.points <> coalesce(e.points, 0) OR b.points <> coalesce(o.points, b.points)
$$;

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
