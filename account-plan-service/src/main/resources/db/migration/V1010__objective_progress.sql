-- Measurements of objectives, and how each ended; for ever as recorded. An objective that was measured is not removed.
CREATE TABLE objective_progress (
    id           uuid          PRIMARY KEY,
    plan_id      uuid          NOT NULL,
    objective_id uuid          NOT NULL,
    status       varchar(20)   NOT NULL,
    value        numeric(24, 6),
    happened_on  date          NOT NULL,
    source       varchar(2000) NOT NULL,
    recorded_by  varchar(64)   NOT NULL,
    recorded_at  timestamptz   NOT NULL,
    CONSTRAINT objective_progress_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT objective_progress_objective_fk FOREIGN KEY (objective_id) REFERENCES objective (id),
    CONSTRAINT objective_progress_status_ck CHECK (status IN ('OPEN', 'ACHIEVED', 'MISSED', 'DEFERRED', 'CANCELLED')),
    CONSTRAINT objective_progress_value_ck CHECK (status NOT IN ('OPEN', 'ACHIEVED') OR value IS NOT NULL)
);
CREATE UNIQUE INDEX objective_progress_one_end_ux ON objective_progress (objective_id) WHERE status <> 'OPEN';
CREATE INDEX objective_progress_objective_ix ON objective_progress (objective_id, id);
CREATE INDEX objective_progress_plan_ix ON objective_progress (plan_id, happened_on);
CREATE TRIGGER objective_progress_final BEFORE UPDATE OR DELETE ON objective_progress
    FOR EACH ROW EXECUTE FUNCTION history_is_final();
REVOKE UPDATE, DELETE ON objective_progress FROM "${app_role}";
CALL scope_by_parent('objective_progress', 'plan_id', 'account_plan');
