-- A client's membership in a programme: one per client and programme, for ever. It holds no personal data.
CREATE TABLE member (
    id           uuid         PRIMARY KEY,
    programme_id uuid         NOT NULL,
    client_id    varchar(64)  NOT NULL,
    state        varchar(20)  NOT NULL,
    joined_at    timestamptz  NOT NULL,
    enrolled_on  date         NOT NULL,
    segment_id   uuid,
    enrolled_by  varchar(128) NOT NULL,
    suspended_at timestamptz,
    left_at      timestamptz,
    version      bigint       NOT NULL,
    CONSTRAINT member_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT member_client_uq UNIQUE (programme_id, client_id),
    CONSTRAINT member_state_ck CHECK (state IN ('ACTIVE', 'SUSPENDED', 'LEFT')),
    CONSTRAINT member_suspended_ck CHECK ((state = 'SUSPENDED') = (suspended_at IS NOT NULL)),
    CONSTRAINT member_left_ck CHECK ((state = 'LEFT') = (left_at IS NOT NULL))
);
CREATE INDEX member_page_ix ON member (programme_id, id);
CREATE INDEX member_client_ix ON member (client_id);
CALL scope_by_client('member');

-- Who is in which segment, as told by the segment events. A client who left stays as a row, so that older events change nothing.
CREATE TABLE segment_member (
    segment_id uuid        NOT NULL,
    client_id  varchar(64) NOT NULL,
    inside     boolean     NOT NULL,
    since      timestamptz NOT NULL,
    sequence   bigint      NOT NULL,
    CONSTRAINT segment_member_pk PRIMARY KEY (segment_id, client_id)
);
CALL scope_by_client('segment_member');

-- One command to enrol many clients, worked off in slices by any replica; its rows are the report.
CREATE TABLE member_batch (
    id           uuid         PRIMARY KEY,
    programme_id uuid         NOT NULL,
    segment_id   uuid,
    state        varchar(20)  NOT NULL,
    created_by   varchar(128) NOT NULL,
    created_at   timestamptz  NOT NULL,
    finished_at  timestamptz,
    CONSTRAINT member_batch_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT member_batch_state_ck CHECK (state IN ('RUNNING', 'COMPLETED'))
);
CREATE INDEX member_batch_running_ix ON member_batch (created_at) WHERE state = 'RUNNING';
CALL scope_as_catalogue('member_batch');

CREATE TABLE member_batch_client (
    batch_id  uuid        NOT NULL,
    client_id varchar(64) NOT NULL,
    outcome   varchar(20),
    CONSTRAINT member_batch_client_pk PRIMARY KEY (batch_id, client_id),
    CONSTRAINT member_batch_client_batch_fk FOREIGN KEY (batch_id) REFERENCES member_batch (id) ON DELETE CASCADE,
    CONSTRAINT member_batch_client_outcome_ck CHECK (outcome IN ('ENROLLED', 'ALREADY_MEMBER', 'UNKNOWN_CLIENT'))
);
CREATE INDEX member_batch_client_waiting_ix ON member_batch_client (batch_id, client_id) WHERE outcome IS NULL;
CALL scope_by_client('member_batch_client');
