-- The last number given to each aggregate's events. The row lock orders the transactions of one aggregate, so numbers have no gaps.
CREATE TABLE event_stream (
    topic         varchar(100) NOT NULL,
    subject       varchar(200) NOT NULL,
    last_sequence bigint       NOT NULL,
    CONSTRAINT event_stream_pk PRIMARY KEY (topic, subject),
    CONSTRAINT event_stream_counts_up CHECK (last_sequence > 0)
);

-- Transactional outbox; columns up to payload are named as in Debezium's outbox, so that change data capture can replace the relay.
-- A row without payload is a tombstone: the state of that key is gone from a compacted topic.
-- entry orders rows within one aggregate; position, given after commit, orders the feed and never skips a row committed late.
CREATE TABLE outbox (
    id             uuid         PRIMARY KEY,
    aggregatetype  varchar(100) NOT NULL,
    aggregateid    varchar(200) NOT NULL,
    type           varchar(200) NOT NULL,
    payload        text,
    entry          bigint       GENERATED ALWAYS AS IDENTITY,
    bucket         smallint     NOT NULL,
    sequence       bigint       NOT NULL,
    client_id      varchar(64),
    business_time  timestamptz  NOT NULL,
    recorded_at    timestamptz  NOT NULL DEFAULT clock_timestamp(),
    correlation_id varchar(128) NOT NULL,
    causation_id   varchar(128),
    sent_at        timestamptz,
    position       bigint,
    CONSTRAINT outbox_sequence_uq UNIQUE (aggregatetype, aggregateid, sequence),
    CONSTRAINT outbox_bucket_ck CHECK (bucket BETWEEN 0 AND 63)
);
CREATE INDEX outbox_unsent_ix ON outbox (bucket, entry) WHERE sent_at IS NULL;
CREATE INDEX outbox_unplaced_ix ON outbox (entry) WHERE position IS NULL;
CREATE UNIQUE INDEX outbox_position_ux ON outbox (position) WHERE position IS NOT NULL;
CREATE INDEX outbox_subject_ix ON outbox (aggregateid, position);

-- The last position given; it moves in the transaction that gives positions, so all events up to it are visible.
CREATE TABLE feed_horizon (
    singleton boolean PRIMARY KEY DEFAULT true,
    position  bigint  NOT NULL DEFAULT 0,
    CONSTRAINT feed_horizon_only_ck CHECK (singleton)
);
INSERT INTO feed_horizon DEFAULT VALUES;

-- Every row is updated twice within moments: dead index entries must not pile up under the relay's feet.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_cost_delay = 0);

-- A reader of the feed sees an event when it concerns no single client, or one in scope.
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY feed_scope ON outbox FOR SELECT
    USING ((SELECT sees_all())
        OR (client_id IS NULL AND (SELECT caller_reach()) = 'BOOK')
        OR client_id IN (SELECT b.client_id FROM client_book b));
CREATE POLICY outbox_append ON outbox FOR INSERT WITH CHECK (true);
CREATE POLICY outbox_progress ON outbox FOR UPDATE USING ((SELECT sees_all()));
CREATE POLICY outbox_retention ON outbox FOR DELETE USING ((SELECT sees_all()));

-- Events already applied here; a row is written in the transaction of the effect.
CREATE TABLE inbox (
    consumer    varchar(100) NOT NULL,
    event_id    varchar(200) NOT NULL,
    received_at timestamptz  NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT inbox_pk PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_age_ix ON inbox USING brin (received_at);

-- Records a consumer could not take. While one waits, later records of the same key are parked behind it, in order.
CREATE TABLE dead_letter (
    id          bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer    varchar(100) NOT NULL,
    topic       varchar(100) NOT NULL,
    partition   integer      NOT NULL,
    record_offset bigint     NOT NULL,
    record_time timestamptz  NOT NULL,
    record_key  varchar(200),
    headers     jsonb        NOT NULL,
    payload     bytea,
    reason      varchar(1000) NOT NULL,
    poison      boolean      NOT NULL,
    parked_at   timestamptz  NOT NULL DEFAULT clock_timestamp(),
    resolved_at timestamptz,
    copied_at   timestamptz,
    CONSTRAINT dead_letter_once_uq UNIQUE (consumer, topic, partition, record_offset)
);
CREATE INDEX dead_letter_waiting_ix ON dead_letter (consumer, topic, record_key, id) WHERE resolved_at IS NULL;

-- Poison is copied to <topic>.dead-letter after it was parked.
CREATE INDEX dead_letter_uncopied_ix ON dead_letter (id) WHERE poison AND copied_at IS NULL;
