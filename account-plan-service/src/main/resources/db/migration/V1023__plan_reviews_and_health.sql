-- That somebody of the client's own people looked a plan through and found it still right; for ever as recorded.
CREATE TABLE plan_review (
    id          uuid          PRIMARY KEY,
    plan_id     uuid          NOT NULL,
    reviewed_by varchar(64)   NOT NULL,
    reviewed_at timestamptz   NOT NULL,
    comment     varchar(2000) NOT NULL,
    CONSTRAINT plan_review_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT plan_review_comment_ck CHECK (comment ~ '\S')
);
CREATE INDEX plan_review_plan_ix ON plan_review (plan_id, id);
CREATE TRIGGER plan_review_final BEFORE UPDATE OR DELETE ON plan_review
    FOR EACH ROW EXECUTE FUNCTION history_is_final();
REVOKE UPDATE, DELETE ON plan_review FROM "${app_role}";
CALL scope_by_parent('plan_review', 'plan_id', 'account_plan');

-- Plans whose review is overdue, and that subscribers were told so. A flag apart: it moves no entity tag of the plan.
CREATE TABLE plan_staleness (
    plan_id uuid        PRIMARY KEY,
    since   timestamptz NOT NULL,
    CONSTRAINT plan_staleness_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id)
);
CALL scope_by_parent('plan_staleness', 'plan_id', 'account_plan');

-- How plans were over time: a row for each time something had changed.
CREATE TABLE plan_health (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id       uuid        NOT NULL,
    measured_at   timestamptz NOT NULL,
    score         integer,
    plan_quality  integer,
    client_health integer,
    components    jsonb       NOT NULL,
    CONSTRAINT plan_health_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT plan_health_score_ck CHECK (score BETWEEN 0 AND 100),
    CONSTRAINT plan_health_quality_ck CHECK (plan_quality BETWEEN 0 AND 100),
    CONSTRAINT plan_health_client_ck CHECK (client_health BETWEEN 0 AND 100)
);
CREATE INDEX plan_health_plan_ix ON plan_health (plan_id, id DESC);
CREATE TRIGGER plan_health_final BEFORE UPDATE OR DELETE ON plan_health
    FOR EACH ROW EXECUTE FUNCTION history_is_final();
REVOKE UPDATE, DELETE ON plan_health FROM "${app_role}";
CALL scope_by_parent('plan_health', 'plan_id', 'account_plan');
