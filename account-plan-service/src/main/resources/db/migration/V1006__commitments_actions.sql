-- Business promised beside credit. A condition the bank imposes outside the traditional products waits for compliance.
CREATE TABLE commitment (
    id uuid PRIMARY KEY,
    revision bigint NOT NULL,
    plan_id uuid NOT NULL,
    facility_id varchar(64),
    product_line varchar(40) NOT NULL,
    promised numeric(19, 4) NOT NULL,
    promised_currency varchar(3) NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    origin varchar(20) NOT NULL,
    asks_compliance boolean NOT NULL,
    approved_by varchar(64),
    approved_at timestamptz,
    approval_comment varchar(2000),
    told_short boolean NOT NULL,
    created_by varchar(64) NOT NULL,
    created_at timestamptz NOT NULL,
    changed_by varchar(64) NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT commitment_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT commitment_promised_ck CHECK (promised > 0),
    CONSTRAINT commitment_days_ck CHECK (from_on <= to_on),
    CONSTRAINT commitment_origin_ck CHECK (origin IN ('CLIENT_REQUIREMENT', 'EXPECTATION', 'BANK_CONDITION')),
    CONSTRAINT commitment_approval_ck CHECK (
        (approved_by IS NULL) = (approved_at IS NULL) AND (approved_by IS NULL) = (approval_comment IS NULL)
        AND approved_by <> created_by)
);
CREATE INDEX commitment_plan_ix ON commitment (plan_id, id);
CALL scope_by_parent('commitment', 'plan_id', 'account_plan');

-- What is to be done for a plan.
CREATE TABLE plan_action (
    id uuid PRIMARY KEY,
    revision bigint NOT NULL,
    plan_id uuid NOT NULL,
    title varchar(200) NOT NULL,
    owner varchar(64) NOT NULL,
    due_on date NOT NULL,
    objective_id uuid,
    status varchar(20) NOT NULL,
    outcome varchar(2000),
    created_by varchar(64) NOT NULL,
    created_at timestamptz NOT NULL,
    changed_by varchar(64) NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT plan_action_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT plan_action_title_ck CHECK (title ~ '\S'),
    CONSTRAINT plan_action_status_ck CHECK (status IN ('OPEN', 'DONE', 'CANCELLED')),
    CONSTRAINT plan_action_outcome_ck CHECK ((status = 'OPEN') = (outcome IS NULL))
);
CREATE INDEX plan_action_plan_ix ON plan_action (plan_id, id);
CALL scope_by_parent('plan_action', 'plan_id', 'account_plan');

CREATE INDEX plan_action_owner_ix ON plan_action (owner, due_on, id) WHERE status = 'OPEN';

