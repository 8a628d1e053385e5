-- Who is, and was, in which segment. A stay that has not ended has left_at null.
CREATE TABLE segment_membership (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    segment_id      uuid        NOT NULL,
    client_id       varchar(64) NOT NULL,
    entered_at      timestamptz NOT NULL,
    entered_version integer     NOT NULL,
    entered_cause   varchar(20) NOT NULL,
    left_at         timestamptz,
    left_version    integer,
    left_cause      varchar(20),
    CONSTRAINT segment_membership_version_fk FOREIGN KEY (segment_id, entered_version)
        REFERENCES segment_version (segment_id, number),
    CONSTRAINT segment_membership_period_ck CHECK (left_at >= entered_at),
    CONSTRAINT segment_membership_left_ck CHECK (num_nulls(left_at, left_version, left_cause) IN (0, 3)),
    CONSTRAINT segment_membership_entered_cause_ck CHECK (
        entered_cause IN ('ACTIVITY', 'RECORD_CHANGE', 'TIME', 'RULE_CHANGE', 'REFERENCE_CHANGE')),
    CONSTRAINT segment_membership_left_cause_ck CHECK (
        left_cause IN ('ACTIVITY', 'RECORD_CHANGE', 'TIME', 'RULE_CHANGE', 'REFERENCE_CHANGE'))
);
CREATE UNIQUE INDEX segment_membership_current_ux ON segment_membership (segment_id, client_id) WHERE left_at IS NULL;
CREATE INDEX segment_membership_client_ix ON segment_membership (client_id, segment_id, entered_at);
CALL scope_by_client('segment_membership');

-- The next instant at which time alone may move a client in or out of a segment. Absent = never.
CREATE TABLE segment_due (
    client_id  varchar(64) NOT NULL,
    segment_id uuid        NOT NULL,
    due_at     timestamptz NOT NULL,
    CONSTRAINT segment_due_pk PRIMARY KEY (client_id, segment_id)
);
CREATE INDEX segment_due_ix ON segment_due (due_at);
CREATE INDEX segment_due_segment_ix ON segment_due (segment_id);

-- Clients to judge anew, written in the transaction of what happened to them, removed in the transaction of the judgement.
-- Rows are only ever inserted and deleted, so that nobody waits for anybody.
CREATE TABLE segment_mark (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id     varchar(64) NOT NULL,
    activity_type varchar(64)
);
COMMENT ON COLUMN segment_mark.activity_type IS 'new activity of this type; null = the record changed';
CREATE INDEX segment_mark_client_ix ON segment_mark (client_id);

-- Clients whose membership cannot be told because an input is in error; it stays as it was.
CREATE TABLE segment_undetermined (
    segment_id uuid          NOT NULL,
    client_id  varchar(64)   NOT NULL,
    reason     varchar(1000) NOT NULL,
    since      timestamptz   NOT NULL,
    CONSTRAINT segment_undetermined_pk PRIMARY KEY (segment_id, client_id)
);
CREATE INDEX segment_undetermined_client_ix ON segment_undetermined (client_id);
CALL scope_by_client('segment_undetermined');

-- The computation of everybody after a version took effect or the segment was retired: worked off in slices of clients in order of
-- their number, so that a replica that dies loses at most the slice in hand.
CREATE TABLE segment_calculation (
    segment_id   uuid        PRIMARY KEY,
    number       integer     NOT NULL,
    kind         varchar(12) NOT NULL,
    state        varchar(10) NOT NULL,
    started_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    after_client varchar(64) NOT NULL DEFAULT '',
    clients      bigint      NOT NULL,
    processed    bigint      NOT NULL DEFAULT 0,
    entered      bigint      NOT NULL DEFAULT 0,
    departed     bigint      NOT NULL DEFAULT 0,
    last_error   varchar(1000),
    last_error_at timestamptz,
    CONSTRAINT segment_calculation_version_fk FOREIGN KEY (segment_id, number) REFERENCES segment_version (segment_id, number),
    CONSTRAINT segment_calculation_kind_ck CHECK (kind IN ('MEMBERSHIP', 'DISSOLUTION')),
    CONSTRAINT segment_calculation_state_ck CHECK (state IN ('RUNNING', 'COMPLETED')),
    CONSTRAINT segment_calculation_finished_ck CHECK ((state = 'COMPLETED') = (finished_at IS NOT NULL))
);
CREATE INDEX segment_calculation_running_ix ON segment_calculation (started_at) WHERE state = 'RUNNING';
