-- The points ledger. Double entry: every entry moves points from one state to another within one account, so every posting sums to
-- zero by construction. Points that are open (pending, available, reserved) lie in lots. Nobody writes these tables but the functions
-- of V1003: the service's role may only read them and call those.

-- Where points can be. ISSUED is where they come from (it goes below zero); ARREARS holds what a member owes (below zero).
CREATE TYPE points_state AS ENUM (
    'ISSUED', 'PENDING', 'AVAILABLE', 'RESERVED', 'SPENT', 'EXPIRED', 'FORFEITED', 'ADJUSTED', 'ARREARS');

-- One member's points in one currency, with the balance of each state: always the sum of the entries, and for the open states the sum of the lots.
CREATE TABLE points_account (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id    uuid        NOT NULL,
    programme_id uuid        NOT NULL,
    client_id    varchar(64) NOT NULL,
    currency     varchar(20) NOT NULL,
    issued       bigint      NOT NULL DEFAULT 0,
    pending      bigint      NOT NULL DEFAULT 0,
    available    bigint      NOT NULL DEFAULT 0,
    reserved     bigint      NOT NULL DEFAULT 0,
    spent        bigint      NOT NULL DEFAULT 0,
    expired      bigint      NOT NULL DEFAULT 0,
    forfeited    bigint      NOT NULL DEFAULT 0,
    adjusted     bigint      NOT NULL DEFAULT 0,
    arrears      bigint      NOT NULL DEFAULT 0,
    CONSTRAINT points_account_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT points_account_member_uq UNIQUE (member_id, currency),
    CONSTRAINT points_account_sums_to_zero_ck
        CHECK (issued + pending + available + reserved + spent + expired + forfeited + adjusted + arrears = 0),
    CONSTRAINT points_account_never_below_zero_ck
        CHECK (least(pending, available, reserved, spent, expired, forfeited) >= 0 AND issued <= 0 AND arrears <= 0)
) WITH (fillfactor = 80);
CREATE INDEX points_account_programme_ix ON points_account (programme_id);
CALL scope_by_client('points_account');

-- A business event in one account. occurred_at is its own time, recorded_at when it became known, both by the business clock: a
-- statement of a date as known on a date needs the two. position and hash chain the journal; a sealer gives them after commit.
CREATE TABLE posting (
    id                uuid         PRIMARY KEY DEFAULT uuidv7(),
    account_id        bigint       NOT NULL,
    kind              varchar(20)  NOT NULL,
    points            bigint       NOT NULL,
    occurred_at       timestamptz  NOT NULL,
    recorded_at       timestamptz  NOT NULL,
    actor             varchar(128) NOT NULL,
    rule              varchar(60),
    programme_version integer,
    source_id         varchar(128),
    reservation_id    uuid,
    reverses          uuid,
    position          bigint,
    hash              bytea,
    CONSTRAINT posting_account_fk FOREIGN KEY (account_id) REFERENCES points_account (id),
    CONSTRAINT posting_reverses_fk FOREIGN KEY (reverses) REFERENCES posting (id),
    CONSTRAINT posting_kind_ck CHECK (kind IN ('EARN', 'RESERVE', 'REDEEM', 'RELEASE', 'EXPIRE')),
    CONSTRAINT posting_points_ck CHECK (points > 0),
    CONSTRAINT posting_sealed_ck CHECK ((position IS NULL) = (hash IS NULL))
);
CREATE INDEX posting_statement_ix ON posting (account_id, occurred_at, id);
CREATE UNIQUE INDEX posting_position_ux ON posting (position) WHERE position IS NOT NULL;
CREATE INDEX posting_unsealed_ix ON posting (id) WHERE position IS NULL;
CALL scope_by_parent('posting', 'account_id', 'points_account');

-- Points of one earning. They leave it by earliest expiry (those that never expire last), then oldest first; spendable, generated, keeps
-- that order's index small without moving it at every debit.
CREATE TABLE lot (
    id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id        bigint      NOT NULL,
    posting_id        uuid        NOT NULL,
    rule              varchar(60) NOT NULL,
    programme_version integer     NOT NULL,
    source_id         varchar(128) NOT NULL,
    earned_at         timestamptz NOT NULL,
    expires_at        timestamptz,
    points            bigint      NOT NULL,
    pending           bigint      NOT NULL DEFAULT 0,
    available         bigint      NOT NULL DEFAULT 0,
    reserved          bigint      NOT NULL DEFAULT 0,
    spendable         boolean     GENERATED ALWAYS AS (available > 0) STORED,
    CONSTRAINT lot_account_fk FOREIGN KEY (account_id) REFERENCES points_account (id),
    CONSTRAINT lot_posting_fk FOREIGN KEY (posting_id) REFERENCES posting (id),
    CONSTRAINT lot_remaining_ck CHECK (least(pending, available, reserved) >= 0 AND pending + available + reserved <= points)
) WITH (fillfactor = 90);
CREATE INDEX lot_expiry_order_ix ON lot (account_id, expires_at NULLS LAST, earned_at, id) WHERE spendable;
CREATE INDEX lot_due_ix ON lot (expires_at, account_id) WHERE spendable AND expires_at IS NOT NULL;
CALL scope_by_parent('lot', 'account_id', 'points_account');

-- One movement of points of a posting: out of one state into another, and the lot it touches.
CREATE TABLE entry (
    posting_id uuid         NOT NULL,
    line       integer      NOT NULL,
    account_id bigint       NOT NULL,
    lot_id     bigint       NOT NULL,
    from_state points_state NOT NULL,
    to_state   points_state NOT NULL,
    points     bigint       NOT NULL,
    CONSTRAINT entry_pk PRIMARY KEY (posting_id, line),
    CONSTRAINT entry_posting_fk FOREIGN KEY (posting_id) REFERENCES posting (id),
    CONSTRAINT entry_lot_fk FOREIGN KEY (lot_id) REFERENCES lot (id),
    CONSTRAINT entry_moves_ck CHECK (from_state <> to_state AND points BETWEEN 1 AND 1000000000000)
);
CALL scope_by_parent('entry', 'account_id', 'points_account');

-- Points locked for a redemption to come, until a deadline. The lots they lie in are those of the posting that reserved them.
CREATE TABLE reservation (
    id         uuid        PRIMARY KEY,
    account_id bigint      NOT NULL,
    posting_id uuid        NOT NULL,
    reward_id  uuid,
    quantity   integer     NOT NULL,
    points     bigint      NOT NULL,
    state      varchar(20) NOT NULL DEFAULT 'OPEN',
    created_at timestamptz NOT NULL,
    deadline   timestamptz NOT NULL,
    ended_at   timestamptz,
    CONSTRAINT reservation_account_fk FOREIGN KEY (account_id) REFERENCES points_account (id),
    CONSTRAINT reservation_posting_fk FOREIGN KEY (posting_id) REFERENCES posting (id),
    CONSTRAINT reservation_state_ck CHECK (state IN ('OPEN', 'REDEEMED', 'CANCELLED', 'EXPIRED')),
    CONSTRAINT reservation_ended_ck CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CONSTRAINT reservation_quantity_ck CHECK (quantity > 0 AND points > 0)
);
CREATE INDEX reservation_account_ix ON reservation (account_id, id);
CREATE INDEX reservation_deadline_ix ON reservation (deadline) WHERE state = 'OPEN';
CALL scope_by_parent('reservation', 'account_id', 'points_account');

-- Activities that have counted. The key makes each source event count once per programme, whatever the number and order of its
-- deliveries; explanation keeps what each rule said.
CREATE TABLE earning (
    programme_id      uuid         NOT NULL,
    source_id         varchar(128) NOT NULL,
    member_id         uuid         NOT NULL,
    activity_type     varchar(100) NOT NULL,
    occurred_at       timestamptz  NOT NULL,
    programme_version integer      NOT NULL,
    explanation       jsonb        NOT NULL,
    CONSTRAINT earning_pk PRIMARY KEY (programme_id, source_id),
    CONSTRAINT earning_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
CALL scope_by_parent('earning', 'member_id', 'member');

-- The entries as signed amounts per state, for sums and auditors.
CREATE VIEW signed_entry WITH (security_invoker = true) AS
    SELECT posting_id, line, account_id, lot_id, from_state AS state, -points AS points FROM entry
    UNION ALL
    SELECT posting_id, line, account_id, lot_id, to_state AS state, points FROM entry;
