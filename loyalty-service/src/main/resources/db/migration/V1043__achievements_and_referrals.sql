-- What counted for an achievement: each activity once. The sum of a period's steps is its progress.
CREATE TABLE achievement_step (
    member_id    uuid           NOT NULL,
    achievement  varchar(60)    NOT NULL,
    source_id    varchar(128)   NOT NULL,
    client_id    varchar(64)    NOT NULL,
    period_start timestamptz    NOT NULL,
    occurred_at  timestamptz    NOT NULL,
    amount       numeric(30, 4) NOT NULL,
    CONSTRAINT achievement_step_pk PRIMARY KEY (member_id, achievement, source_id),
    CONSTRAINT achievement_step_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT achievement_step_amount_ck CHECK (amount > 0)
);
CALL scope_by_client('achievement_step');

-- How far a member is with an achievement in one of its periods. The row lock makes the completion happen once.
CREATE TABLE achievement_progress (
    member_id    uuid           NOT NULL,
    achievement  varchar(60)    NOT NULL,
    period_start timestamptz    NOT NULL,
    client_id    varchar(64)    NOT NULL,
    progress     numeric(30, 4) NOT NULL,
    completed_at timestamptz,
    CONSTRAINT achievement_progress_pk PRIMARY KEY (member_id, achievement, period_start),
    CONSTRAINT achievement_progress_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
CALL scope_by_client('achievement_progress');

-- A member brings a client. Who brings is client_id; a client is brought once per programme, which the index holds whatever the order of
-- decisions.
CREATE TABLE referral (
    id                 uuid         PRIMARY KEY,
    programme_id       uuid         NOT NULL,
    member_id          uuid         NOT NULL,
    client_id          varchar(64)  NOT NULL,
    referred_client_id varchar(64)  NOT NULL,
    state              varchar(20)  NOT NULL,
    opened_by          varchar(128) NOT NULL,
    opened_at          timestamptz  NOT NULL,
    decided_by         varchar(128),
    decided_at         timestamptz,
    reason             varchar(30),
    version            bigint       NOT NULL,
    CONSTRAINT referral_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT referral_state_ck CHECK (state IN ('OPEN', 'ACCEPTED', 'REJECTED')),
    CONSTRAINT referral_decided_ck CHECK ((state = 'OPEN') = (decided_by IS NULL)),
    CONSTRAINT referral_reason_ck CHECK ((state = 'REJECTED') = (reason IS NOT NULL)),
    CONSTRAINT referral_four_eyes_ck CHECK (decided_by <> opened_by),
    CONSTRAINT referral_not_oneself_ck CHECK (state <> 'ACCEPTED' OR client_id <> referred_client_id)
);
CREATE INDEX referral_page_ix ON referral (programme_id, id);
CREATE INDEX referral_brought_ix ON referral (programme_id, client_id) WHERE state = 'ACCEPTED';
CREATE UNIQUE INDEX referral_brought_once_ux ON referral (programme_id, referred_client_id) WHERE state = 'ACCEPTED';
CALL scope_by_client('referral');
