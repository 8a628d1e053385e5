-- What there is to win. Opportunities live on without a new draft of the plan.
CREATE TABLE opportunity (
    id uuid PRIMARY KEY,
    revision bigint NOT NULL,
    plan_id uuid NOT NULL,
    title varchar(200) NOT NULL,
    product_line varchar(40) NOT NULL,
    geography varchar(10),
    amount numeric(19, 4) NOT NULL,
    amount_currency varchar(3) NOT NULL,
    probability integer NOT NULL,
    expected_rfp_on date,
    submission_on date,
    decision_on date,
    competitors text[] NOT NULL,
    bid_team text[] NOT NULL,
    objective_id uuid,
    stage varchar(20) NOT NULL,
    reason_of_loss varchar(2000),
    at_risk boolean NOT NULL,
    created_by varchar(64) NOT NULL,
    created_at timestamptz NOT NULL,
    changed_by varchar(64) NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT opportunity_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT opportunity_title_ck CHECK (title ~ '\S'),
    CONSTRAINT opportunity_amount_ck CHECK (amount >= 0),
    CONSTRAINT opportunity_probability_ck CHECK (probability BETWEEN 0 AND 100),
    CONSTRAINT opportunity_stage_ck
        CHECK (stage IN ('SUSPECTED', 'PRE_RFP', 'RFP', 'SHORTLISTED', 'WON', 'LOST', 'WITHDRAWN')),
    CONSTRAINT opportunity_loss_ck CHECK ((stage IN ('LOST', 'WITHDRAWN')) = (reason_of_loss IS NOT NULL))
);
CREATE INDEX opportunity_plan_ix ON opportunity (plan_id, id);
CALL scope_by_parent('opportunity', 'plan_id', 'account_plan');

-- What has to be in place before a bid. That they wait for each other in no circle is for the service to hold.
CREATE TABLE prerequisite (
    id             uuid         PRIMARY KEY,
    revision       bigint       NOT NULL,
    plan_id        uuid         NOT NULL,
    opportunity_id uuid         NOT NULL,
    title          varchar(200) NOT NULL,
    kind           varchar(20)  NOT NULL,
    owner          varchar(64)  NOT NULL,
    blocker        boolean      NOT NULL,
    days           integer      NOT NULL,
    due_on         date,
    depends_on     jsonb        NOT NULL,
    met_on         date,
    met_by         varchar(64),
    evidence       varchar(2000),
    CONSTRAINT prerequisite_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT prerequisite_opportunity_fk FOREIGN KEY (opportunity_id) REFERENCES opportunity (id),
    CONSTRAINT prerequisite_title_ck CHECK (title ~ '\S'),
    CONSTRAINT prerequisite_kind_ck CHECK (kind IN ('FACILITY', 'KYC', 'CONTACTS', 'OTHER')),
    CONSTRAINT prerequisite_days_ck CHECK (days BETWEEN 0 AND 3650),
    CONSTRAINT prerequisite_met_ck CHECK (
        (met_on IS NULL) = (met_by IS NULL) AND (met_on IS NULL) = (evidence IS NULL)),
    CONSTRAINT prerequisite_depends_ck CHECK (jsonb_typeof(depends_on) = 'array')
);
CREATE INDEX prerequisite_opportunity_ix ON prerequisite (opportunity_id, id);
CREATE INDEX prerequisite_owner_ix ON prerequisite (owner, due_on) WHERE met_on IS NULL;
CALL scope_by_parent('prerequisite', 'plan_id', 'account_plan');
