-- How key accounts are chosen. A model is its name; what it says is in versions, and an approved one never changes.
CREATE TABLE key_account_model (
    id         uuid         PRIMARY KEY,
    revision   bigint       NOT NULL,
    name       varchar(120) NOT NULL,
    created_by varchar(64)  NOT NULL,
    created_at timestamptz  NOT NULL,
    CONSTRAINT key_account_model_name_uq UNIQUE (name),
    CONSTRAINT key_account_model_name_ck CHECK (name ~ '\S')
);

CREATE TABLE key_account_model_version (
    model_id    uuid          NOT NULL,
    number      integer       NOT NULL,
    revision    bigint        NOT NULL,
    terms       jsonb         NOT NULL,
    makers      varchar(64)[] NOT NULL,
    drafted_at  timestamptz   NOT NULL,
    approved_by varchar(64),
    approved_at timestamptz,
    CONSTRAINT key_account_model_version_pk PRIMARY KEY (model_id, number),
    CONSTRAINT key_account_model_version_model_fk FOREIGN KEY (model_id) REFERENCES key_account_model (id),
    CONSTRAINT key_account_model_version_number_ck CHECK (number >= 1),
    CONSTRAINT key_account_model_version_approved_ck CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CONSTRAINT key_account_model_version_four_eyes_ck CHECK (approved_by <> ALL (makers))
);
CREATE UNIQUE INDEX key_account_model_version_draft_ux ON key_account_model_version (model_id) WHERE approved_at IS NULL;
CREATE TRIGGER key_account_model_version_final BEFORE UPDATE OR DELETE ON key_account_model_version
    FOR EACH ROW WHEN (OLD.approved_at IS NOT NULL) EXECUTE FUNCTION history_is_final();

-- Runs of a model over the whole portfolio. A run names no client: the results do, under scope.
CREATE TABLE key_account_review (
    id         uuid        PRIMARY KEY,
    model_id   uuid        NOT NULL,
    version    integer     NOT NULL,
    as_of      timestamptz NOT NULL,
    effective  boolean     NOT NULL,
    started_by varchar(64) NOT NULL,
    started_at timestamptz NOT NULL,
    CONSTRAINT key_account_review_version_fk FOREIGN KEY (model_id, version)
        REFERENCES key_account_model_version (model_id, number),
    CONSTRAINT key_account_review_past_ck CHECK (as_of <= started_at)
);
COMMENT ON COLUMN key_account_review.effective IS 'false for a review of a past instant: it changes no designation';

CREATE TABLE key_account_result (
    review_id   uuid        NOT NULL,
    client_id   varchar(64) NOT NULL,
    manager     varchar(64),
    outcome     varchar(20) NOT NULL,
    score       numeric(7, 4),
    explanation jsonb       NOT NULL,
    CONSTRAINT key_account_result_pk PRIMARY KEY (review_id, client_id),
    CONSTRAINT key_account_result_review_fk FOREIGN KEY (review_id) REFERENCES key_account_review (id),
    CONSTRAINT key_account_result_score_ck CHECK (score BETWEEN 0 AND 100),
    CONSTRAINT key_account_result_not_scored_ck CHECK (outcome <> 'NOT_SCORED' OR score IS NULL)
);
CREATE INDEX key_account_result_client_ix ON key_account_result (client_id, review_id);
CREATE TRIGGER key_account_result_final BEFORE UPDATE OR DELETE ON key_account_result
    FOR EACH ROW EXECUTE FUNCTION history_is_final();
REVOKE UPDATE, DELETE ON key_account_result FROM "${app_role}";
CALL scope_by_client('key_account_result');

-- What people decide beside the model, until a day.
CREATE TABLE key_account_override (
    id           uuid          PRIMARY KEY,
    revision     bigint        NOT NULL,
    client_id    varchar(64)   NOT NULL,
    kind         varchar(10)   NOT NULL,
    reason       varchar(2000) NOT NULL,
    valid_until  date          NOT NULL,
    requested_by varchar(64)   NOT NULL,
    requested_at timestamptz   NOT NULL,
    approved_by  varchar(64),
    approved_at  timestamptz,
    ended_by     varchar(64),
    ended_at     timestamptz,
    CONSTRAINT key_account_override_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id),
    CONSTRAINT key_account_override_kind_ck CHECK (kind IN ('INCLUDE', 'EXCLUDE')),
    CONSTRAINT key_account_override_reason_ck CHECK (reason ~ '\S'),
    CONSTRAINT key_account_override_approved_ck CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CONSTRAINT key_account_override_ended_ck CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
    CONSTRAINT key_account_override_four_eyes_ck CHECK (approved_by <> requested_by)
);
CREATE UNIQUE INDEX key_account_override_open_ux ON key_account_override (client_id) WHERE ended_at IS NULL;
CREATE INDEX key_account_override_client_ix ON key_account_override (client_id, id);
CALL scope_by_client('key_account_override');

-- Who was a key account from when to when, and why.
CREATE TABLE key_account (
    id           uuid        PRIMARY KEY,
    revision     bigint      NOT NULL,
    client_id    varchar(64) NOT NULL,
    basis        varchar(10) NOT NULL,
    model_id     uuid,
    review_id    uuid,
    override_id  uuid,
    from_at      timestamptz NOT NULL,
    until_at     timestamptz,
    ended_reason varchar(20),
    CONSTRAINT key_account_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id),
    CONSTRAINT key_account_review_fk FOREIGN KEY (review_id) REFERENCES key_account_review (id),
    CONSTRAINT key_account_override_fk FOREIGN KEY (override_id) REFERENCES key_account_override (id),
    CONSTRAINT key_account_basis_ck CHECK (
        basis = 'REVIEW' AND model_id IS NOT NULL AND review_id IS NOT NULL
        OR basis = 'OVERRIDE' AND override_id IS NOT NULL AND model_id IS NULL),
    CONSTRAINT key_account_period_ck CHECK (until_at >= from_at AND (until_at IS NULL) = (ended_reason IS NULL))
);
CREATE UNIQUE INDEX key_account_open_ux ON key_account (client_id) WHERE until_at IS NULL;
CREATE INDEX key_account_client_ix ON key_account (client_id, from_at);
CALL scope_by_client('key_account');
