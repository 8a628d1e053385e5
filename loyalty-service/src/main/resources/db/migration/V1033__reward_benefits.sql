-- What a reward does for the member beyond its name (benefit, JSON), what it is worth, whether it is a gift in the sense of the bank's conduct
-- rules, how long its fulfilment may take, and how many a member may have in a calendar period of the programme.
ALTER TABLE reward
    ADD COLUMN benefit text,
    ADD COLUMN value_amount numeric(19, 4),
    ADD COLUMN value_currency char(3),
    ADD COLUMN gift boolean NOT NULL DEFAULT false,
    ADD COLUMN fulfil_seconds bigint,
    ADD COLUMN limit_units integer,
    ADD COLUMN limit_period varchar(20),
    ADD CONSTRAINT reward_benefit_ck CHECK (benefit IS JSON OBJECT),
    ADD CONSTRAINT reward_value_ck CHECK ((value_amount IS NULL) = (value_currency IS NULL) AND value_amount > 0),
    ADD CONSTRAINT reward_gift_ck CHECK (NOT gift OR value_amount IS NOT NULL),
    ADD CONSTRAINT reward_fulfil_ck CHECK (fulfil_seconds > 0),
    ADD CONSTRAINT reward_limit_ck CHECK ((limit_units IS NULL) = (limit_period IS NULL) AND limit_units > 0);

-- Units of a reward a member has had in a period; the row lock and the check of whoever takes make the limit exact.
CREATE TABLE reward_purchase (
    reward_id    uuid        NOT NULL,
    member_id    uuid        NOT NULL,
    client_id    varchar(64) NOT NULL,
    period_start timestamptz NOT NULL,
    units        bigint      NOT NULL,
    CONSTRAINT reward_purchase_pk PRIMARY KEY (reward_id, member_id, period_start),
    CONSTRAINT reward_purchase_reward_fk FOREIGN KEY (reward_id) REFERENCES reward (id),
    CONSTRAINT reward_purchase_units_ck CHECK (units >= 0)
);
CALL scope_by_client('reward_purchase');

-- How far the bank or a partner is with what was redeemed, and by when it has to be there.
ALTER TABLE redemption
    ADD COLUMN fulfilment varchar(20) NOT NULL DEFAULT 'FULFILLED',
    ADD COLUMN fulfil_by timestamptz,
    ADD COLUMN fulfilment_reference varchar(128),
    ADD CONSTRAINT redemption_fulfilment_ck CHECK (fulfilment IN ('REQUESTED', 'ACCEPTED', 'FULFILLED', 'FAILED')),
    ADD CONSTRAINT redemption_fulfil_by_ck CHECK (fulfilment NOT IN ('REQUESTED', 'ACCEPTED') OR fulfil_by IS NOT NULL);
CREATE INDEX redemption_overdue_ix ON redemption (fulfil_by) WHERE fulfilment IN ('REQUESTED', 'ACCEPTED') AND state = 'COMPLETED';

-- The gift and inducement register: what a client was given, or what compliance has to decide on. It holds no personal data.
CREATE TABLE gift (
    id            uuid           PRIMARY KEY,
    programme_id  uuid           NOT NULL,
    member_id     uuid           NOT NULL,
    client_id     varchar(64)    NOT NULL,
    reward_id     uuid           NOT NULL,
    redemption_id uuid,
    quantity      integer        NOT NULL,
    value         numeric(19, 4) NOT NULL,
    currency      char(3)        NOT NULL,
    returned      numeric(19, 4) NOT NULL DEFAULT 0,
    period_start  timestamptz    NOT NULL,
    state         varchar(20)    NOT NULL,
    reason        varchar(1000),
    entered_by    varchar(128)   NOT NULL,
    entered_at    timestamptz    NOT NULL,
    decided_by    varchar(128),
    decided_at    timestamptz,
    version       bigint         NOT NULL DEFAULT 0,
    CONSTRAINT gift_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT gift_reward_fk FOREIGN KEY (reward_id) REFERENCES reward (id),
    CONSTRAINT gift_redemption_fk FOREIGN KEY (redemption_id) REFERENCES redemption (id),
    CONSTRAINT gift_redemption_uq UNIQUE (redemption_id),
    CONSTRAINT gift_quantity_ck CHECK (quantity > 0),
    CONSTRAINT gift_value_ck CHECK (value > 0 AND returned BETWEEN 0 AND value),
    CONSTRAINT gift_state_ck CHECK (state IN ('REFERRED', 'APPROVED', 'REJECTED', 'GIVEN')),
    CONSTRAINT gift_given_ck CHECK ((state = 'GIVEN') = (redemption_id IS NOT NULL)),
    CONSTRAINT gift_four_eyes_ck CHECK (decided_by <> entered_by)
);
CREATE INDEX gift_page_ix ON gift (programme_id, id);
CREATE INDEX gift_approved_ix ON gift (member_id, reward_id) WHERE state = 'APPROVED';
CALL scope_by_client('gift');

-- What a person was given in a period, over all programmes; the row lock makes the limit exact.
CREATE TABLE gift_total (
    client_id    varchar(64)    NOT NULL,
    currency     char(3)        NOT NULL,
    period_start timestamptz    NOT NULL,
    given        numeric(19, 4) NOT NULL,
    CONSTRAINT gift_total_pk PRIMARY KEY (client_id, currency, period_start),
    CONSTRAINT gift_total_given_ck CHECK (given >= 0)
);
CALL scope_by_client('gift_total');
