-- What asks for attention, each thing once, until it is cured.
CREATE TABLE alert (
    id              uuid         PRIMARY KEY,
    revision        bigint       NOT NULL,
    client_id       varchar(64)  NOT NULL,
    kind            varchar(40)  NOT NULL,
    path            varchar(300) NOT NULL,
    raised_at       timestamptz  NOT NULL,
    acknowledged_by varchar(64),
    snoozed_until   date,
    CONSTRAINT alert_once_uq UNIQUE (client_id, kind, path)
);
CALL scope_by_client('alert');
