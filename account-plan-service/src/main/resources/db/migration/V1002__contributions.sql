-- The section a product specialist writes and signs, one per product line.
CREATE TABLE contribution (
    id                uuid          PRIMARY KEY,
    revision          bigint        NOT NULL,
    plan_id           uuid          NOT NULL,
    product_line      varchar(40)   NOT NULL,
    specialist        varchar(64)   NOT NULL,
    due_on            date,
    state             varchar(20)   NOT NULL,
    analysis          varchar(20000),
    proposal          varchar(20000),
    expected_revenue  numeric(19, 4),
    expected_currency varchar(3),
    signed_at         timestamptz,
    requested_by      varchar(64)   NOT NULL,
    requested_at      timestamptz   NOT NULL,
    changed_by        varchar(64)   NOT NULL,
    changed_at        timestamptz   NOT NULL,
    CONSTRAINT contribution_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT contribution_state_ck CHECK (state IN ('REQUESTED', 'DRAFTED', 'SIGNED_OFF', 'RETURNED', 'DECLINED')),
    CONSTRAINT contribution_signed_ck CHECK ((state = 'SIGNED_OFF') = (signed_at IS NOT NULL)),
    CONSTRAINT contribution_section_ck CHECK (state NOT IN ('DRAFTED', 'SIGNED_OFF') OR proposal IS NOT NULL),
    CONSTRAINT contribution_revenue_ck CHECK ((expected_revenue IS NULL) = (expected_currency IS NULL) AND expected_currency ~ '^[A-Z]{3}$')
);
CREATE UNIQUE INDEX contribution_one_per_line_ux ON contribution (plan_id, product_line) WHERE state <> 'DECLINED';
CREATE INDEX contribution_plan_ix ON contribution (plan_id, id);
CREATE INDEX contribution_specialist_ix ON contribution (specialist, id);

CREATE TABLE contribution_step (
    id              uuid        PRIMARY KEY,
    contribution_id uuid        NOT NULL,
    kind            varchar(20) NOT NULL,
    actor           varchar(64) NOT NULL,
    at              timestamptz NOT NULL,
    comment         varchar(2000),
    CONSTRAINT contribution_step_contribution_fk FOREIGN KEY (contribution_id) REFERENCES contribution (id),
    CONSTRAINT contribution_step_kind_ck
        CHECK (kind IN ('REQUESTED', 'DRAFTED', 'SIGNED_OFF', 'VOIDED', 'RETURNED', 'DECLINED'))
);
CREATE INDEX contribution_step_contribution_ix ON contribution_step (contribution_id, id);
CREATE TRIGGER contribution_step_final BEFORE UPDATE OR DELETE ON contribution_step
    FOR EACH ROW EXECUTE FUNCTION history_is_final();
REVOKE UPDATE, DELETE ON contribution_step FROM "${app_role}";

CALL scope_by_parent('contribution', 'plan_id', 'account_plan');
CALL scope_by_parent('contribution_step', 'contribution_id', 'contribution');
