-- Who is told about events over HTTP. position is how far the feed was looked through for it.
CREATE TABLE webhook_subscription (
    id              uuid          PRIMARY KEY,
    url             varchar(2000) NOT NULL,
    types           text[]        NOT NULL,
    subject         varchar(200),
    description     varchar(500),
    state           varchar(10)   NOT NULL,
    disabled_reason varchar(200),
    created_by      varchar(128)  NOT NULL,
    created_at      timestamptz   NOT NULL,
    version         bigint        NOT NULL,
    position        bigint        NOT NULL DEFAULT 0,
    CONSTRAINT webhook_subscription_state_ck CHECK (state IN ('ACTIVE', 'DISABLED')),
    CONSTRAINT webhook_subscription_reason_ck CHECK ((state = 'DISABLED') = (disabled_reason IS NOT NULL))
);
CREATE INDEX webhook_subscription_owner_ix ON webhook_subscription (created_by, id);

-- What deliveries are signed with. Several at once, so that a receiver can change over in its own time.
CREATE TABLE webhook_secret (
    id              uuid        PRIMARY KEY,
    subscription_id uuid        NOT NULL,
    secret          varchar(100) NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz,
    CONSTRAINT webhook_secret_subscription_fk FOREIGN KEY (subscription_id) REFERENCES webhook_subscription (id) ON DELETE CASCADE
);
CREATE INDEX webhook_secret_subscription_ix ON webhook_secret (subscription_id);

-- One row per subscription and event: the delivery log. next_attempt_at of a claimed row is when the claim lapses.
CREATE TABLE webhook_delivery (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription_id uuid        NOT NULL,
    event_id        uuid        NOT NULL,
    event_type      varchar(200) NOT NULL,
    position        bigint      NOT NULL,
    state           varchar(10) NOT NULL DEFAULT 'PENDING',
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    last_attempt_at timestamptz,
    last_status     integer,
    last_error      varchar(200),
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT webhook_delivery_once_uq UNIQUE (subscription_id, event_id),
    CONSTRAINT webhook_delivery_state_ck CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED')),
    CONSTRAINT webhook_delivery_due_ck CHECK ((state = 'PENDING') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT webhook_delivery_subscription_fk FOREIGN KEY (subscription_id) REFERENCES webhook_subscription (id) ON DELETE CASCADE
);
CREATE INDEX webhook_delivery_due_ix ON webhook_delivery (subscription_id, next_attempt_at, position) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_log_ix ON webhook_delivery (subscription_id, id);
CREATE INDEX webhook_delivery_age_ix ON webhook_delivery USING brin (created_at);
