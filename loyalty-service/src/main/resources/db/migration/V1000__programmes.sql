-- A loyalty programme. What it promises (currencies of points, earning rules) lies in its versions; here is what stays.
CREATE TABLE programme (
    id         uuid         PRIMARY KEY,
    name       varchar(200) NOT NULL,
    state      varchar(20)  NOT NULL,
    time_zone  varchar(64)  NOT NULL,
    created_by varchar(128) NOT NULL,
    created_at timestamptz  NOT NULL,
    changed_at timestamptz  NOT NULL,
    version    bigint       NOT NULL,
    CONSTRAINT programme_state_ck CHECK (state IN ('DRAFT', 'IN_REVIEW', 'ACTIVE', 'SUSPENDED', 'WINDING_DOWN', 'CLOSED'))
);

-- Versions of what a programme promises. A transaction is judged under the version in force at its own time: the approved one with
-- the latest effective_from that is not after it. At most one version is still in the making; none of its makers (who wrote, changed or submitted it, the author first) approves it.
CREATE TABLE programme_version (
    programme_id   uuid         NOT NULL,
    number         integer      NOT NULL,
    state          varchar(20)  NOT NULL,
    terms          text         NOT NULL,
    makers         varchar(128)[] NOT NULL,
    decided_by     varchar(128),
    decided_at     timestamptz,
    remark         varchar(1000),
    effective_from timestamptz,
    announced      boolean      NOT NULL DEFAULT false,
    CONSTRAINT programme_version_pk PRIMARY KEY (programme_id, number),
    CONSTRAINT programme_version_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT programme_version_effective_uq UNIQUE (programme_id, effective_from),
    CONSTRAINT programme_version_number_ck CHECK (number > 0),
    CONSTRAINT programme_version_terms_ck CHECK (terms IS JSON OBJECT),
    CONSTRAINT programme_version_state_ck CHECK (state IN ('DRAFT', 'IN_REVIEW', 'APPROVED')),
    CONSTRAINT programme_version_approved_ck
        CHECK (state <> 'APPROVED' OR (decided_by IS NOT NULL AND decided_at IS NOT NULL AND effective_from IS NOT NULL)),
    CONSTRAINT programme_version_four_eyes_ck CHECK (state <> 'APPROVED' OR decided_by <> ALL (makers))
);
CREATE UNIQUE INDEX programme_version_in_the_making_ux ON programme_version (programme_id) WHERE state <> 'APPROVED';
CREATE INDEX programme_version_to_announce_ix ON programme_version (effective_from) WHERE state = 'APPROVED' AND NOT announced;

-- The states a programme has been in, so that late activity is judged by the state of its own time.
CREATE TABLE programme_state_change (
    programme_id uuid         NOT NULL,
    number       integer      NOT NULL,
    state        varchar(20)  NOT NULL,
    since        timestamptz  NOT NULL,
    actor        varchar(128) NOT NULL,
    reason       varchar(1000),
    CONSTRAINT programme_state_change_pk PRIMARY KEY (programme_id, number),
    CONSTRAINT programme_state_change_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id)
);

-- Programmes concern no single client: every caller with any reach reads them, only callers with full reach change them.
CREATE PROCEDURE scope_as_catalogue(scoped regclass)
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', scoped);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', scoped);
    EXECUTE format('CREATE POLICY caller_reads ON %s FOR SELECT USING ((SELECT caller_reach()) <> ''NONE'')', scoped);
    EXECUTE format('CREATE POLICY caller_changes ON %s USING ((SELECT sees_all()))', scoped);
END $$;

CALL scope_as_catalogue('programme');
CALL scope_as_catalogue('programme_version');
CALL scope_as_catalogue('programme_state_change');
