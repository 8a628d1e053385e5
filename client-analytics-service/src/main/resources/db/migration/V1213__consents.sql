-- How clients can be reached, and how often. Times of day are those of the bank's calendar.
CREATE TABLE channel (
    code        varchar(32)  PRIMARY KEY,
    name        varchar(120) NOT NULL,
    reaches     varchar(200),
    feedback    varchar(200),
    cap         integer,
    cap_period  varchar(40),
    quiet_from  time,
    quiet_until time,
    cool_down   varchar(40),
    active      boolean      NOT NULL,
    version     bigint       NOT NULL,
    CONSTRAINT channel_code_ck CHECK (code ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    CONSTRAINT channel_two_way_ck CHECK (num_nonnulls(reaches, feedback) > 0),
    CONSTRAINT channel_cap_ck CHECK ((cap IS NULL) = (cap_period IS NULL) AND cap > 0),
    CONSTRAINT channel_quiet_ck CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from <> quiet_until)
);
COMMENT ON COLUMN channel.reaches IS 'how a client is reached; null = clients only come by it themselves';
COMMENT ON COLUMN channel.feedback IS 'how an answer comes back; null = none does';

-- The one policy over all channels.
CREATE TABLE contact_policy (
    only_row   boolean     PRIMARY KEY DEFAULT true,
    cap        integer,
    cap_period varchar(40),
    version    bigint      NOT NULL,
    CONSTRAINT contact_policy_only_ck CHECK (only_row),
    CONSTRAINT contact_policy_cap_ck CHECK ((cap IS NULL) = (cap_period IS NULL) AND cap > 0)
);
INSERT INTO contact_policy (version) VALUES (0);

-- What clients said, statement by statement. Rows are never changed; the latest one on a purpose and channel stands.
CREATE TABLE client_consent (
    id          uuid         PRIMARY KEY,
    client_id   varchar(64)  NOT NULL,
    purpose     varchar(64)  NOT NULL,
    channel     varchar(32)  NOT NULL,
    decision    varchar(10)  NOT NULL,
    source      varchar(64)  NOT NULL,
    said_at     timestamptz  NOT NULL,
    recorded_by varchar(128) NOT NULL,
    recorded_at timestamptz  NOT NULL,
    CONSTRAINT client_consent_decision_ck CHECK (decision IN ('GIVEN', 'WITHDRAWN')),
    CONSTRAINT client_consent_purpose_ck CHECK (purpose ~ '^[a-z][a-z0-9-]{0,63}$')
);
COMMENT ON COLUMN client_consent.channel IS 'the channel it is limited to; empty = all channels';
CREATE INDEX client_consent_client_ix ON client_consent (client_id, purpose, channel, said_at DESC);
CALL scope_by_client('client_consent');

-- The channels a client likes best, in order.
CREATE TABLE client_channel_preference (
    client_id varchar(64) NOT NULL,
    rank      integer     NOT NULL,
    channel   varchar(32) NOT NULL,
    CONSTRAINT client_channel_preference_pk PRIMARY KEY (client_id, rank),
    CONSTRAINT client_channel_preference_uq UNIQUE (client_id, channel),
    CONSTRAINT client_channel_preference_channel_fk FOREIGN KEY (channel) REFERENCES channel (code)
);
CALL scope_by_client('client_channel_preference');
