-- First replies, kept 24 hours, replayed to a repeated Idempotency-Key. Written in the transaction of the effect.
CREATE TABLE idempotency_record (
    principal    varchar(128) NOT NULL,
    route        varchar(500) NOT NULL,
    key          varchar(255) NOT NULL,
    request_hash bytea        NOT NULL,
    status       integer      NOT NULL,
    headers      jsonb        NOT NULL,
    body         text,
    created_at   timestamptz  NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT idempotency_record_pk PRIMARY KEY (principal, route, key)
);
CREATE INDEX idempotency_record_age_ix ON idempotency_record (created_at);

-- Bulk imports. The file is taken into chunks of whole lines before 202 is answered; a chunk is the unit of work and of resumption.
CREATE TABLE import_job (
    id          uuid         PRIMARY KEY,
    kind        varchar(50)  NOT NULL,
    format      varchar(10)  NOT NULL,
    header      text,
    state       varchar(20)  NOT NULL,
    created_by  varchar(128) NOT NULL,
    created_at  timestamptz  NOT NULL,
    finished_at timestamptz,
    lines       bigint       NOT NULL DEFAULT 0,
    processed   bigint       NOT NULL DEFAULT 0,
    accepted    bigint       NOT NULL DEFAULT 0,
    duplicates  bigint       NOT NULL DEFAULT 0,
    rejected    bigint       NOT NULL DEFAULT 0,
    failure     varchar(1000),
    idempotency_key varchar(255),
    content_hash    bytea,
    CONSTRAINT import_job_key_uq UNIQUE (created_by, kind, idempotency_key),
    CONSTRAINT import_job_state_ck CHECK (state IN ('RECEIVING', 'RUNNING', 'COMPLETED', 'FAILED')),
    CONSTRAINT import_job_format_ck CHECK (format IN ('NDJSON', 'CSV')),
    CONSTRAINT import_job_counts_ck CHECK (processed = accepted + duplicates + rejected AND processed <= lines)
);
CREATE INDEX import_job_running_ix ON import_job (created_at) WHERE state = 'RUNNING';

CREATE TABLE import_chunk (
    job_id     uuid    NOT NULL,
    number     integer NOT NULL,
    first_line bigint  NOT NULL,
    content    bytea   NOT NULL,
    CONSTRAINT import_chunk_pk PRIMARY KEY (job_id, number),
    CONSTRAINT import_chunk_job_fk FOREIGN KEY (job_id) REFERENCES import_job (id) ON DELETE CASCADE
);

CREATE TABLE import_rejection (
    job_id  uuid         NOT NULL,
    line    bigint       NOT NULL,
    code    varchar(100) NOT NULL,
    detail  varchar(500) NOT NULL,
    pointer varchar(300),
    CONSTRAINT import_rejection_pk PRIMARY KEY (job_id, line),
    CONSTRAINT import_rejection_job_fk FOREIGN KEY (job_id) REFERENCES import_job (id) ON DELETE CASCADE
);
