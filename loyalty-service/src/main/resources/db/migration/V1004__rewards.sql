-- What points are spent on.
CREATE TABLE reward (
    id           uuid          PRIMARY KEY,
    programme_id uuid          NOT NULL,
    name         varchar(200)  NOT NULL,
    description  varchar(2000),
    currency     varchar(20)   NOT NULL,
    points       bigint        NOT NULL,
    state        varchar(20)   NOT NULL,
    valid_from   timestamptz,
    valid_until  timestamptz,
    created_by   varchar(128)  NOT NULL,
    created_at   timestamptz   NOT NULL,
    version      bigint        NOT NULL,
    CONSTRAINT reward_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT reward_points_ck CHECK (points BETWEEN 1 AND 1000000000),
    CONSTRAINT reward_state_ck CHECK (state IN ('OFFERED', 'WITHDRAWN')),
    CONSTRAINT reward_validity_ck CHECK (valid_until > valid_from)
);
CREATE INDEX reward_page_ix ON reward (programme_id, id);
CALL scope_as_catalogue('reward');

-- What is left of a reward with limited stock; the row lock and the check make it exact. Whoever spends points takes from it.
CREATE TABLE reward_stock (
    reward_id uuid   PRIMARY KEY,
    units     bigint NOT NULL,
    CONSTRAINT reward_stock_reward_fk FOREIGN KEY (reward_id) REFERENCES reward (id),
    CONSTRAINT reward_stock_never_below_zero_ck CHECK (units >= 0)
);
CALL scope_as_catalogue('reward_stock');
CREATE POLICY anybody_takes ON reward_stock FOR UPDATE USING ((SELECT caller_reach()) <> 'NONE');

-- Points spent on a reward.
CREATE TABLE redemption (
    id             uuid         PRIMARY KEY,
    member_id      uuid         NOT NULL,
    client_id      varchar(64)  NOT NULL,
    reward_id      uuid         NOT NULL,
    quantity       integer      NOT NULL,
    currency       varchar(20)  NOT NULL,
    points         bigint       NOT NULL,
    reservation_id uuid,
    transaction_id uuid         NOT NULL,
    state          varchar(20)  NOT NULL,
    redeemed_by    varchar(128) NOT NULL,
    redeemed_at    timestamptz  NOT NULL,
    version        bigint       NOT NULL,
    CONSTRAINT redemption_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT redemption_reward_fk FOREIGN KEY (reward_id) REFERENCES reward (id),
    CONSTRAINT redemption_reservation_uq UNIQUE (reservation_id),
    CONSTRAINT redemption_transaction_uq UNIQUE (transaction_id),
    CONSTRAINT redemption_state_ck CHECK (state IN ('COMPLETED')),
    CONSTRAINT redemption_quantity_ck CHECK (quantity > 0 AND points > 0)
);
CREATE INDEX redemption_page_ix ON redemption (member_id, id);
CALL scope_by_client('redemption');
