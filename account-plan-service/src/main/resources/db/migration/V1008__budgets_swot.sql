-- What a year is to bring with a product line and a company.
CREATE TABLE budget_line (
    id uuid PRIMARY KEY,
    revision bigint NOT NULL,
    plan_id uuid NOT NULL,
    product_line varchar(40) NOT NULL,
    entity varchar(64),
    year integer NOT NULL,
    amount numeric(19, 4) NOT NULL,
    amount_currency varchar(3) NOT NULL,
    contracted numeric(19, 4),
    contracted_currency varchar(3),
    created_by varchar(64) NOT NULL,
    created_at timestamptz NOT NULL,
    changed_by varchar(64) NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT budget_line_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT budget_line_amount_ck CHECK (amount >= 0),
    CONSTRAINT budget_line_contracted_ck CHECK (
        (contracted IS NULL) = (contracted_currency IS NULL) AND contracted >= 0 AND contracted_currency = amount_currency)
);
CREATE INDEX budget_line_plan_ix ON budget_line (plan_id, id);
CALL scope_by_parent('budget_line', 'plan_id', 'account_plan');

-- Strengths, weaknesses, opportunities and threats; each weakness and threat is answered.
CREATE TABLE swot_item (
    id uuid PRIMARY KEY,
    revision bigint NOT NULL,
    plan_id uuid NOT NULL,
    kind varchar(20) NOT NULL,
    statement varchar(500) NOT NULL,
    evidence varchar(2000) NOT NULL,
    action_id uuid,
    accepted boolean NOT NULL,
    created_by varchar(64) NOT NULL,
    created_at timestamptz NOT NULL,
    changed_by varchar(64) NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT swot_item_plan_fk FOREIGN KEY (plan_id) REFERENCES account_plan (id),
    CONSTRAINT swot_item_kind_ck CHECK (kind IN ('STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT')),
    CONSTRAINT swot_item_answered_ck CHECK (
        (kind IN ('WEAKNESS', 'THREAT')) = (action_id IS NOT NULL OR accepted)),
    CONSTRAINT swot_item_action_fk FOREIGN KEY (action_id) REFERENCES plan_action (id)
);
CREATE INDEX swot_item_plan_ix ON swot_item (plan_id, id);
CALL scope_by_parent('swot_item', 'plan_id', 'account_plan');

