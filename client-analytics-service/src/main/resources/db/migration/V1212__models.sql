-- Models that score clients: RFM models and clusterings. What a model means is in its versions; the approved one is in use.
CREATE TABLE analytics_model (
    id               uuid         PRIMARY KEY,
    kind             varchar(20)  NOT NULL,
    name             varchar(120) NOT NULL,
    description      varchar(2000),
    approved_version integer,
    created_by       varchar(128) NOT NULL,
    created_at       timestamptz  NOT NULL,
    version          bigint       NOT NULL,
    CONSTRAINT analytics_model_name_uq UNIQUE (kind, name),
    CONSTRAINT analytics_model_kind_ck CHECK (kind IN ('RFM', 'CLUSTERING'))
);

CREATE TABLE analytics_model_version (
    id          uuid         PRIMARY KEY,
    model_id    uuid         NOT NULL,
    number      integer      NOT NULL,
    state       varchar(10)  NOT NULL,
    definition  text         NOT NULL,
    author      varchar(128) NOT NULL,
    drafted_at  timestamptz  NOT NULL,
    approved_by varchar(128),
    approved_at timestamptz,
    version     bigint       NOT NULL,
    CONSTRAINT analytics_model_version_uq UNIQUE (model_id, number),
    CONSTRAINT analytics_model_version_model_fk FOREIGN KEY (model_id) REFERENCES analytics_model (id),
    CONSTRAINT analytics_model_version_state_ck CHECK (state IN ('DRAFT', 'APPROVED', 'RETIRED')),
    CONSTRAINT analytics_model_version_approved_ck CHECK (state <> 'APPROVED' OR approved_by IS NOT NULL),
    CONSTRAINT analytics_model_version_four_eyes_ck CHECK (approved_by <> author)
);
CREATE UNIQUE INDEX analytics_model_version_draft_ux ON analytics_model_version (model_id) WHERE state = 'DRAFT';

-- Everybody scored by a version as of an instant. Only a run of the approved version comes into force.
CREATE TABLE model_run (
    id            uuid         PRIMARY KEY,
    model_id      uuid         NOT NULL,
    number        integer      NOT NULL,
    state         varchar(10)  NOT NULL,
    as_of         timestamptz  NOT NULL,
    requested_by  varchar(128) NOT NULL,
    requested_at  timestamptz  NOT NULL,
    finished_at   timestamptz,
    in_force_from timestamptz,
    clients       bigint       NOT NULL DEFAULT 0,
    left_out      bigint       NOT NULL DEFAULT 0,
    error         varchar(1000),
    figures       jsonb        NOT NULL DEFAULT '{}',
    CONSTRAINT model_run_version_fk FOREIGN KEY (model_id, number) REFERENCES analytics_model_version (model_id, number),
    CONSTRAINT model_run_state_ck CHECK (state IN ('RUNNING', 'COMPLETED', 'FAILED')),
    CONSTRAINT model_run_finished_ck CHECK ((state = 'RUNNING') = (finished_at IS NULL)),
    CONSTRAINT model_run_in_force_ck CHECK (in_force_from IS NULL OR state = 'COMPLETED')
);
CREATE INDEX model_run_model_ix ON model_run (model_id, requested_at);
CREATE INDEX model_run_running_ix ON model_run (requested_at) WHERE state = 'RUNNING';

-- What a run says of each client.
CREATE TABLE client_score (
    run_id    uuid        NOT NULL,
    client_id varchar(64) NOT NULL,
    scores    jsonb       NOT NULL,
    CONSTRAINT client_score_pk PRIMARY KEY (run_id, client_id),
    CONSTRAINT client_score_run_fk FOREIGN KEY (run_id) REFERENCES model_run (id),
    CONSTRAINT client_score_scores_ck CHECK (jsonb_typeof(scores) = 'object')
);
CREATE INDEX client_score_client_ix ON client_score (client_id);
CALL scope_by_client('client_score');
