-- The tier a member is in; no row for who never was in one. kept_until: the last business day a tier is kept that is no longer reached.
CREATE TABLE member_tier (
    member_id    uuid        PRIMARY KEY,
    programme_id uuid        NOT NULL,
    client_id    varchar(64) NOT NULL,
    tier         varchar(60),
    since        timestamptz NOT NULL,
    kept_until   date,
    CONSTRAINT member_tier_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
CREATE INDEX member_tier_programme_ix ON member_tier (programme_id, tier);
CALL scope_by_client('member_tier');

-- Every move between tiers, with what it rests on; it never changes.
CREATE TABLE tier_move (
    id                uuid         PRIMARY KEY DEFAULT uuidv7(),
    member_id         uuid         NOT NULL,
    client_id         varchar(64)  NOT NULL,
    before            varchar(60),
    after             varchar(60),
    reason            varchar(20)  NOT NULL,
    qualifying        bigint       NOT NULL,
    period_start      timestamptz  NOT NULL,
    programme_version integer      NOT NULL,
    happened_at       timestamptz  NOT NULL,
    actor             varchar(128) NOT NULL,
    CONSTRAINT tier_move_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT tier_move_reason_ck CHECK (reason IN ('REACHED', 'NOT_KEPT', 'IMPORTED')),
    CONSTRAINT tier_move_moves_ck CHECK (before IS DISTINCT FROM after)
);
CREATE INDEX tier_move_member_ix ON tier_move (member_id, id);
CALL scope_by_client('tier_move');
CREATE FUNCTION tier_move_is_final() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a tier move never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER tier_move_kept BEFORE UPDATE OR DELETE ON tier_move FOR EACH ROW EXECUTE FUNCTION tier_move_is_final();

-- Members whose qualifying points changed since they were judged last.
CREATE TABLE tier_due (
    member_id uuid        PRIMARY KEY,
    client_id varchar(64) NOT NULL,
    CONSTRAINT tier_due_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
CALL scope_by_client('tier_due');

-- How far the run of a programme's business day is: all members up to the last one are judged. One transaction per slice moves it on.
CREATE TABLE tier_run (
    programme_id uuid    PRIMARY KEY,
    day          date    NOT NULL,
    last_member  uuid,
    finished     boolean NOT NULL,
    CONSTRAINT tier_run_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id)
);
CALL scope_as_catalogue('tier_run');

-- What members earned of a currency since a time, reversals of that taken off.
CREATE FUNCTION qualifying_points(p_members uuid[], p_currency text, p_from timestamptz, p_until timestamptz)
    RETURNS TABLE (member_id uuid, points bigint)
    LANGUAGE sql STABLE AS $$
    SELECT a.holder_id,
           sum(p.points - coalesce((SELECT sum(r.points) FROM posting r WHERE r.reverses = p.id AND r.kind = 'REVERSE'), 0))::bigint
    FROM points_account a JOIN posting p ON p.account_id = a.id
    WHERE a.holder_id = ANY (p_members) AND a.currency = p_currency AND p.kind = 'EARN' AND p.occurred_at >= p_from AND p.occurred_at <= p_until
    GROUP BY a.holder_id
$$;
