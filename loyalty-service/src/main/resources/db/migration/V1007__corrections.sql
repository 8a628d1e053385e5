-- Refunds of the activity behind an earning, by amount: they add up, and each source counts once.
CREATE TABLE earning_refund (
    posting_id uuid           NOT NULL,
    source_id  varchar(128)   NOT NULL,
    amount     numeric(30, 4) NOT NULL,
    known_at   timestamptz    NOT NULL,
    CONSTRAINT earning_refund_pk PRIMARY KEY (posting_id, source_id),
    CONSTRAINT earning_refund_posting_fk FOREIGN KEY (posting_id) REFERENCES posting (id),
    CONSTRAINT earning_refund_amount_ck CHECK (amount > 0)
);
CALL scope_by_parent('earning_refund', 'posting_id', 'posting');
REVOKE INSERT, UPDATE, DELETE ON earning_refund FROM "${app_role}";

-- Notes a refund of the activity behind an earning and locks its account: what is told stays true until the transaction ends. known is
-- true, and nothing noted, for a source that has counted.
CREATE FUNCTION note_refund(
    p_earning uuid, p_source text, p_amount numeric, p_now timestamptz, OUT known boolean, OUT refunded numeric, OUT points bigint, OUT reversed bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM cap_usage u JOIN cap_use c USING (programme_id, cap, holder, period_start)
    WHERE c.posting_id = p_earning ORDER BY u.cap, u.holder, u.period_start FOR UPDATE OF u;
    PERFORM 1 FROM points_account a JOIN posting p ON p.account_id = a.id WHERE p.id = p_earning FOR UPDATE OF a;
    INSERT INTO earning_refund (posting_id, source_id, amount, known_at)
    SELECT p.id, p_source, p_amount, p_now FROM posting p WHERE p.id = p_earning AND p.kind = 'EARN'
    ON CONFLICT ON CONSTRAINT earning_refund_pk DO NOTHING;
    known := NOT FOUND;
    SELECT coalesce(sum(r.amount), 0) INTO refunded FROM earning_refund r WHERE r.posting_id = p_earning;
    SELECT p.points, coalesce((SELECT sum(r.points) FROM posting r WHERE r.reverses = p.id AND r.kind = 'REVERSE'), 0) INTO points, reversed
    FROM posting p WHERE p.id = p_earning;
END $$;

-- Points credited or taken by hand: at once up to the programme's limit, above it when a second person approves.
CREATE TABLE adjustment (
    id             uuid         PRIMARY KEY,
    programme_id   uuid         NOT NULL,
    member_id      uuid         NOT NULL,
    client_id      varchar(64)  NOT NULL,
    currency       varchar(20)  NOT NULL,
    points         bigint       NOT NULL,
    reason         varchar(20)  NOT NULL,
    reference      varchar(128),
    expires_on     date,
    state          varchar(20)  NOT NULL,
    proposed_by    varchar(128) NOT NULL,
    proposed_at    timestamptz  NOT NULL,
    decided_by     varchar(128),
    decided_at     timestamptz,
    transaction_id uuid,
    version        bigint       NOT NULL,
    CONSTRAINT adjustment_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT adjustment_transaction_fk FOREIGN KEY (transaction_id) REFERENCES posting (id),
    CONSTRAINT adjustment_points_ck CHECK (points <> 0 AND abs(points) <= 1000000000000),
    CONSTRAINT adjustment_reason_ck CHECK (reason IN ('GOODWILL', 'MISSING_POINTS', 'CORRECTION', 'MIGRATION', 'FRAUD')),
    CONSTRAINT adjustment_state_ck CHECK (state IN ('PROPOSED', 'POSTED', 'REJECTED')),
    CONSTRAINT adjustment_posted_ck CHECK ((state = 'POSTED') = (transaction_id IS NOT NULL)),
    CONSTRAINT adjustment_four_eyes_ck CHECK (decided_by <> proposed_by)
);
CREATE INDEX adjustment_page_ix ON adjustment (programme_id, id);
CALL scope_by_client('adjustment');

-- A redemption can be taken back, unit by unit.
ALTER TABLE redemption
    ADD COLUMN cancelled integer NOT NULL DEFAULT 0,
    DROP CONSTRAINT redemption_state_ck,
    ADD CONSTRAINT redemption_state_ck CHECK (state IN ('COMPLETED', 'CANCELLED')),
    ADD CONSTRAINT redemption_cancelled_ck CHECK (cancelled BETWEEN 0 AND quantity AND (state = 'CANCELLED') = (cancelled = quantity));

-- Codes of a reward; each is given once. Its stock counts them.
CREATE TABLE voucher (
    reward_id     uuid         NOT NULL,
    code          varchar(100) NOT NULL,
    redemption_id uuid,
    client_id     varchar(64),
    CONSTRAINT voucher_pk PRIMARY KEY (reward_id, code),
    CONSTRAINT voucher_reward_fk FOREIGN KEY (reward_id) REFERENCES reward (id),
    CONSTRAINT voucher_given_ck CHECK ((redemption_id IS NULL) = (client_id IS NULL))
);
CREATE INDEX voucher_free_ix ON voucher (reward_id, code) WHERE redemption_id IS NULL;
CREATE INDEX voucher_redemption_ix ON voucher (redemption_id) WHERE redemption_id IS NOT NULL;
ALTER TABLE voucher ENABLE ROW LEVEL SECURITY;
ALTER TABLE voucher FORCE ROW LEVEL SECURITY;
CREATE POLICY caller_scope ON voucher USING (
    (SELECT sees_all()) OR client_id IN (SELECT b.client_id FROM client_book b)
    OR (client_id IS NULL AND (SELECT caller_reach()) <> 'NONE'));

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
