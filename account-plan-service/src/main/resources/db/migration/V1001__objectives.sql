-- What the plan is to serve: objectives link to these.
CREATE TABLE priority (
    id          uuid          PRIMARY KEY,
    revision    bigint        NOT NULL,
    plan_id     uuid          NOT NULL,
    title       varchar(200)  NOT NULL,
    description varchar(4000),
    rank        integer       NOT NULL,
    CONSTRAINT priority_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT priority_in_plan_uq UNIQUE (plan_id, id),
    CONSTRAINT priority_title_uq UNIQUE (plan_id, title),
    CONSTRAINT priority_title_ck CHECK (title ~ '\S'),
    CONSTRAINT priority_rank_ck CHECK (rank BETWEEN 1 AND 99)
);

-- Objectives may be incomplete: the SMART check, not the table, says what is missing.
CREATE TABLE objective (
    id             uuid          PRIMARY KEY,
    revision       bigint        NOT NULL,
    plan_id        uuid          NOT NULL,
    statement      varchar(1000) NOT NULL,
    entity         varchar(64),
    product_line   varchar(40),
    geography      varchar(10),
    owner          varchar(64),
    unit           varchar(40),
    baseline       numeric(24, 6),
    baseline_on    date,
    history        numeric(24, 6),
    history_on     date,
    target         numeric(24, 6),
    direction      varchar(10),
    data_source    varchar(200),
    start_on       date,
    due_on         date,
    milestones     jsonb         NOT NULL,
    priority_id    uuid,
    budget_line    varchar(40),
    resources      jsonb         NOT NULL,
    justification  varchar(4000),
    justified_by   varchar(64),
    waived_by      varchar(64),
    waived_at      timestamptz,
    waiver_comment varchar(2000),
    created_by     varchar(64)   NOT NULL,
    created_at     timestamptz   NOT NULL,
    changed_by     varchar(64)   NOT NULL,
    changed_at     timestamptz   NOT NULL,
    CONSTRAINT objective_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT objective_priority_fk FOREIGN KEY (plan_id, priority_id) REFERENCES priority (plan_id, id),
    CONSTRAINT objective_statement_ck CHECK (statement ~ '\S'),
    CONSTRAINT objective_direction_ck CHECK (direction IN ('INCREASE', 'DECREASE')),
    CONSTRAINT objective_geography_ck CHECK (geography ~ '^[A-Z]{2,10}$'),
    CONSTRAINT objective_milestones_ck CHECK (jsonb_typeof(milestones) = 'array'),
    CONSTRAINT objective_resources_ck CHECK (jsonb_typeof(resources) = 'array'),
    CONSTRAINT objective_justification_ck CHECK ((justification IS NULL) = (justified_by IS NULL)),
    CONSTRAINT objective_waiver_ck CHECK (
        (waived_by IS NULL) = (waived_at IS NULL)
        AND (waived_by IS NULL OR justification IS NOT NULL AND waived_by <> justified_by))
);
COMMENT ON COLUMN objective.entity IS 'the client, or an entity of its group, the objective is about';
COMMENT ON COLUMN objective.history IS 'an earlier measurement than the baseline: the pace so far, against which the target is judged';
COMMENT ON COLUMN objective.waived_by IS 'the second person who accepted the justification of a target beyond the pace so far';
CREATE INDEX objective_plan_ix ON objective (plan_id, id);

CALL scope_by_parent('priority', 'plan_id', 'account_plan');
CALL scope_by_parent('objective', 'plan_id', 'account_plan');
