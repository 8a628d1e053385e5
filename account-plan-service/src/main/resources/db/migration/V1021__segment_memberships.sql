-- Which segments of client-analytics a client is, and was, in. No foreign key: the news may come before the client's record.
CREATE TABLE segment_membership (
    client_id    varchar(64)  NOT NULL,
    segment_id   uuid         NOT NULL,
    segment_name varchar(120) NOT NULL,
    entered_at   timestamptz  NOT NULL,
    left_at      timestamptz,
    CONSTRAINT segment_membership_pk PRIMARY KEY (client_id, segment_id, entered_at),
    CONSTRAINT segment_membership_period_ck CHECK (left_at >= entered_at)
);
CREATE UNIQUE INDEX segment_membership_current_ux ON segment_membership (client_id, segment_id) WHERE left_at IS NULL;
CALL scope_by_client('segment_membership');
