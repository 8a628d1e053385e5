-- Account plans. The row is the working copy: the draft, or the approved version when no draft is open.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE account_plan (
    id                     uuid          PRIMARY KEY,
    revision               bigint        NOT NULL,
    client_id              varchar(64)   NOT NULL,
    title                  varchar(200)  NOT NULL,
    period_from            date          NOT NULL,
    period_to              date          NOT NULL,
    required_product_lines varchar(40)[] NOT NULL,
    owner                  varchar(64)   NOT NULL,
    state                  varchar(20)   NOT NULL,
    draft_version          integer       NOT NULL,
    version_in_force       integer,
    authors                varchar(64)[] NOT NULL,
    submitted_by           varchar(64),
    submitted_at           timestamptz,
    created_by             varchar(64)   NOT NULL,
    created_at             timestamptz   NOT NULL,
    changed_by             varchar(64)   NOT NULL,
    changed_at             timestamptz   NOT NULL,
    CONSTRAINT account_plan_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id),
    CONSTRAINT account_plan_period_ck CHECK (period_from < period_to),
    CONSTRAINT account_plan_title_ck CHECK (title ~ '\S'),
    CONSTRAINT account_plan_state_ck CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'ARCHIVED')),
    CONSTRAINT account_plan_submitted_ck
        CHECK ((state = 'SUBMITTED') = (submitted_by IS NOT NULL) AND (submitted_by IS NULL) = (submitted_at IS NULL)),
    CONSTRAINT account_plan_version_ck CHECK (draft_version >= 1 AND version_in_force BETWEEN 1 AND draft_version),
    CONSTRAINT account_plan_approved_ck CHECK (state <> 'APPROVED' OR version_in_force IS NOT DISTINCT FROM draft_version),
    CONSTRAINT account_plan_one_live_ex
        EXCLUDE USING gist (client_id WITH =, daterange(period_from, period_to, '[]') WITH &&) WHERE (state <> 'ARCHIVED')
);
COMMENT ON COLUMN account_plan.draft_version IS 'the version this working copy becomes, or became, when approved';
COMMENT ON COLUMN account_plan.authors IS 'who changed the draft since the version in force: none of them may approve it';
COMMENT ON CONSTRAINT account_plan_one_live_ex ON account_plan IS 'one live plan per client and day';

CREATE INDEX account_plan_owner_ix ON account_plan (owner, id);
CREATE INDEX account_plan_client_ix ON account_plan (client_id, id);

-- What was done with a plan as a whole: who, when, why.
CREATE TABLE account_plan_step (
    id      uuid          PRIMARY KEY,
    plan_id uuid          NOT NULL,
    kind    varchar(20)   NOT NULL,
    version integer       NOT NULL,
    actor   varchar(64)   NOT NULL,
    at      timestamptz   NOT NULL,
    comment varchar(2000),
    CONSTRAINT account_plan_step_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT account_plan_step_kind_ck CHECK (kind IN ('SUBMITTED', 'APPROVED', 'REJECTED', 'RECALLED', 'ARCHIVED')),
    CONSTRAINT account_plan_step_reason_ck CHECK (kind <> 'REJECTED' OR comment ~ '\S')
);
CREATE INDEX account_plan_step_plan_ix ON account_plan_step (plan_id, id);

-- Approved versions, as approved, for ever.
CREATE TABLE account_plan_version (
    plan_id      uuid        NOT NULL,
    number       integer     NOT NULL,
    content      text        NOT NULL,
    content_hash bytea       NOT NULL,
    submitted_by varchar(64) NOT NULL,
    submitted_at timestamptz NOT NULL,
    approved_by  varchar(64) NOT NULL,
    approved_at  timestamptz NOT NULL,
    CONSTRAINT account_plan_version_pk PRIMARY KEY (plan_id, number),
    CONSTRAINT account_plan_version_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT account_plan_version_number_ck CHECK (number >= 1),
    CONSTRAINT account_plan_version_content_ck CHECK (content IS JSON OBJECT WITH UNIQUE KEYS),
    CONSTRAINT account_plan_version_hash_ck CHECK (content_hash = sha256(convert_to(content, 'UTF8'))),
    CONSTRAINT account_plan_version_four_eyes_ck CHECK (approved_by <> submitted_by)
);

CREATE FUNCTION history_is_final() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER account_plan_version_final BEFORE UPDATE OR DELETE ON account_plan_version
    FOR EACH ROW EXECUTE FUNCTION history_is_final();
CREATE TRIGGER account_plan_version_kept BEFORE TRUNCATE ON account_plan_version
    EXECUTE FUNCTION history_is_final();
CREATE TRIGGER account_plan_step_final BEFORE UPDATE OR DELETE ON account_plan_step
    FOR EACH ROW EXECUTE FUNCTION history_is_final();
REVOKE UPDATE, DELETE ON account_plan_version, account_plan_step FROM "${app_role}";

CALL scope_by_client('account_plan');
CALL scope_by_parent('account_plan_step', 'plan_id', 'account_plan');
CALL scope_by_parent('account_plan_version', 'plan_id', 'account_plan');
