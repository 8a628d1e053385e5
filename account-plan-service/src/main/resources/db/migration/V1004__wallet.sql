-- What a client spends in a year on a product line in a country, with one holder.
CREATE TABLE wallet_estimate (
    id uuid PRIMARY KEY,
    revision bigint NOT NULL,
    client_id varchar(64) NOT NULL,
    product_line varchar(40) NOT NULL,
    geography varchar(10) NOT NULL,
    holder varchar(20) NOT NULL,
    competitor varchar(200),
    spend numeric(19, 4) NOT NULL,
    spend_currency varchar(3) NOT NULL,
    blocked boolean NOT NULL,
    method varchar(200) NOT NULL,
    confidence varchar(10) NOT NULL,
    estimated_on date NOT NULL,
    created_by varchar(64) NOT NULL,
    created_at timestamptz NOT NULL,
    changed_by varchar(64) NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT wallet_estimate_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id),
    CONSTRAINT wallet_estimate_spend_ck CHECK (spend >= 0),
    CONSTRAINT wallet_estimate_holder_ck CHECK ((holder = 'COMPETITOR') = (competitor IS NOT NULL))
);
CREATE INDEX wallet_estimate_client_ix ON wallet_estimate (client_id, id);
CALL scope_by_client('wallet_estimate');

