-- What members did, whether or not it earned: what a simulation replays. One index serves all of it, a member's activities lie together in
-- their order; each fact is kept once however often it is delivered.
CREATE TABLE activity_history (
    client_id   varchar(64)  NOT NULL,
    occurred_at timestamptz  NOT NULL,
    source_id   varchar(128) NOT NULL,
    type        varchar(100) NOT NULL,
    data        jsonb        NOT NULL,
    CONSTRAINT activity_history_pk PRIMARY KEY (client_id, occurred_at, source_id)
);
CALL scope_by_client('activity_history');

-- A candidate set of terms, replayed on the activity between two times. One transaction per slice of members moves it on.
CREATE TABLE simulation (
    id            uuid         PRIMARY KEY,
    programme_id  uuid         NOT NULL,
    today_version integer      NOT NULL,
    candidate     text         NOT NULL,
    costs         text         NOT NULL,
    segments      uuid[],
    since         timestamptz  NOT NULL,
    until         timestamptz  NOT NULL,
    state         varchar(20)  NOT NULL DEFAULT 'RUNNING',
    members       bigint       NOT NULL,
    members_done  bigint       NOT NULL DEFAULT 0,
    activities    bigint       NOT NULL DEFAULT 0,
    last_member   uuid,
    created_by    varchar(128) NOT NULL,
    created_at    timestamptz  NOT NULL,
    finished_at   timestamptz,
    CONSTRAINT simulation_version_fk FOREIGN KEY (programme_id, today_version) REFERENCES programme_version (programme_id, number),
    CONSTRAINT simulation_state_ck CHECK (state IN ('RUNNING', 'COMPLETED')),
    CONSTRAINT simulation_finished_ck CHECK ((state = 'COMPLETED') = (finished_at IS NOT NULL)),
    CONSTRAINT simulation_candidate_ck CHECK (candidate IS JSON OBJECT),
    CONSTRAINT simulation_period_ck CHECK (since < until)
);
CREATE INDEX simulation_running_ix ON simulation (created_at) WHERE state = 'RUNNING';
CALL scope_as_catalogue('simulation');

-- What came out by segment (null: all members), side and currency of points; sums over the members done so far.
CREATE TABLE simulation_points (
    simulation_id uuid        NOT NULL,
    segment_id    uuid,
    side          varchar(20) NOT NULL,
    currency      varchar(20) NOT NULL,
    earning       bigint      NOT NULL,
    activities    bigint      NOT NULL,
    wished        numeric     NOT NULL,
    granted       bigint      NOT NULL,
    expired       bigint      NOT NULL,
    pending       bigint      NOT NULL,
    available     bigint      NOT NULL,
    CONSTRAINT simulation_points_uq UNIQUE NULLS NOT DISTINCT (simulation_id, segment_id, side, currency),
    CONSTRAINT simulation_points_simulation_fk FOREIGN KEY (simulation_id) REFERENCES simulation (id),
    CONSTRAINT simulation_points_side_ck CHECK (side IN ('TODAY', 'CANDIDATE')),
    CONSTRAINT simulation_points_balance_ck CHECK (granted = expired + pending + available)
);
CALL scope_as_catalogue('simulation_points');

-- How many members of a segment end in which tier by today's terms and by the candidate.
CREATE TABLE simulation_tiers (
    simulation_id uuid   NOT NULL,
    segment_id    uuid,
    today         varchar(60),
    candidate     varchar(60),
    members       bigint NOT NULL,
    CONSTRAINT simulation_tiers_uq UNIQUE NULLS NOT DISTINCT (simulation_id, segment_id, today, candidate),
    CONSTRAINT simulation_tiers_simulation_fk FOREIGN KEY (simulation_id) REFERENCES simulation (id)
);
CALL scope_as_catalogue('simulation_tiers');

-- Grants under a cap on all members together: what is left of them is known when all members are done, in the order of time.
CREATE TABLE simulation_budget_grant (
    simulation_id uuid         NOT NULL,
    side          varchar(20)  NOT NULL,
    occurred_at   timestamptz  NOT NULL,
    source_id     varchar(128) NOT NULL,
    place         integer      NOT NULL,
    currency      varchar(20)  NOT NULL,
    points        bigint       NOT NULL,
    fate          varchar(20)  NOT NULL,
    caps          jsonb        NOT NULL,
    segments      uuid[]       NOT NULL,
    CONSTRAINT simulation_budget_grant_pk PRIMARY KEY (simulation_id, side, occurred_at, source_id, place),
    CONSTRAINT simulation_budget_grant_simulation_fk FOREIGN KEY (simulation_id) REFERENCES simulation (id),
    CONSTRAINT simulation_budget_grant_fate_ck CHECK (fate IN ('EXPIRED', 'PENDING', 'AVAILABLE'))
);
CALL scope_as_catalogue('simulation_budget_grant');
