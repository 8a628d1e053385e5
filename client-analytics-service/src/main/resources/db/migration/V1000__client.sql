-- The bank's clients. This service owns the record; personal values of people are in client_person alone.
CREATE TABLE client (
    client_id          varchar(64)  PRIMARY KEY,
    type               varchar(10)  NOT NULL,
    legal_name         varchar(200),
    lei                varchar(20),
    nace               varchar(5),
    domicile           varchar(2),
    branch             varchar(100),
    manager            varchar(64),
    team               varchar(64),
    tier               varchar(50),
    kyc_status         varchar(20),
    parent_id          varchar(64),
    ownership          numeric(7, 4),
    relationship_since date,
    attributes         jsonb        NOT NULL DEFAULT '{}',
    registered_at      timestamptz  NOT NULL,
    changed_at         timestamptz  NOT NULL,
    version            bigint       NOT NULL,
    CONSTRAINT client_id_ck CHECK (client_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    CONSTRAINT client_type_ck CHECK (type IN ('PERSON', 'COMPANY')),
    CONSTRAINT client_kyc_status_ck CHECK (kyc_status IN ('PENDING', 'VERIFIED', 'EXPIRED', 'FAILED')),
    CONSTRAINT client_company_fields_ck CHECK (
        type = 'COMPANY' OR num_nonnulls(legal_name, lei, nace, parent_id, ownership) = 0),
    CONSTRAINT client_parent_ck CHECK (parent_id <> client_id),
    CONSTRAINT client_ownership_ck CHECK (ownership IS NULL OR (parent_id IS NOT NULL AND ownership > 0 AND ownership <= 100)),
    CONSTRAINT client_attributes_ck CHECK (jsonb_typeof(attributes) = 'object')
);
COMMENT ON COLUMN client.parent_id IS 'client number of the parent company; its own record may arrive later';
COMMENT ON COLUMN client.ownership IS 'percent of this client that the parent owns';
CREATE INDEX client_manager_ix ON client (manager, client_id);
CREATE INDEX client_team_ix ON client (team, client_id);
CREATE INDEX client_parent_ix ON client (parent_id) WHERE parent_id IS NOT NULL;
CALL scope_by_client('client');

-- The personal values of people: the one table that an erasure empties.
CREATE TABLE client_person (
    client_id  varchar(64) PRIMARY KEY,
    name       varchar(200),
    birth_date date,
    sex        varchar(10),
    CONSTRAINT client_person_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id),
    CONSTRAINT client_person_sex_ck CHECK (sex IN ('FEMALE', 'MALE', 'OTHER'))
);
CALL scope_by_client('client_person');

-- The contracts a client holds or held; opening days may lie ahead of the business clock.
CREATE TABLE client_product (
    client_id   varchar(64) NOT NULL,
    product     varchar(64) NOT NULL,
    contract_id varchar(64) NOT NULL,
    opened_on   date,
    closed_on   date,
    CONSTRAINT client_product_pk PRIMARY KEY (client_id, product, contract_id),
    CONSTRAINT client_product_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id),
    CONSTRAINT client_product_days_ck CHECK (closed_on >= opened_on)
);
CALL scope_by_client('client_product');
