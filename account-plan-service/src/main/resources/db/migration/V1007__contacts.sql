-- People at clients. Who they are is apart, in contact_person, the one place an erasure empties.
CREATE TABLE contact (
    id uuid PRIMARY KEY,
    revision bigint NOT NULL,
    client_id varchar(64) NOT NULL,
    function varchar(200) NOT NULL,
    country varchar(2) NOT NULL,
    decision_role varchar(20) NOT NULL,
    disposition varchar(20) NOT NULL,
    owner varchar(64) NOT NULL,
    influences jsonb NOT NULL,
    created_by varchar(64) NOT NULL,
    created_at timestamptz NOT NULL,
    changed_by varchar(64) NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT contact_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id),
    CONSTRAINT contact_country_ck CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT contact_influences_ck CHECK (jsonb_typeof(influences) = 'array')
);
CREATE INDEX contact_client_ix ON contact (client_id, id);
CALL scope_by_client('contact');

CREATE TABLE contact_person (
    contact_id uuid PRIMARY KEY,
    name       text,
    email      text,
    phone      text,
    CONSTRAINT contact_person_contact_fk FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
);
CALL scope_by_parent('contact_person', 'contact_id', 'contact');

-- What was said with clients, for ever as it was recorded.
CREATE TABLE call_report (
    id                 uuid           PRIMARY KEY,
    client_id          varchar(64)    NOT NULL,
    purpose            varchar(200)   NOT NULL,
    held_on            date           NOT NULL,
    contact_ids        jsonb          NOT NULL,
    outcome            varchar(20000) NOT NULL,
    objective_id       uuid,
    next_action        varchar(500)   NOT NULL,
    next_owner         varchar(64)    NOT NULL,
    next_due_on        date           NOT NULL,
    confidential_notes varchar(20000),
    recorded_by        varchar(64)    NOT NULL,
    recorded_at        timestamptz    NOT NULL,
    CONSTRAINT call_report_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id),
    CONSTRAINT call_report_contacts_ck CHECK (jsonb_typeof(contact_ids) = 'array')
);
CREATE INDEX call_report_client_ix ON call_report (client_id, id DESC);
CREATE TRIGGER call_report_final BEFORE UPDATE OR DELETE ON call_report
    FOR EACH ROW EXECUTE FUNCTION history_is_final();
REVOKE UPDATE, DELETE ON call_report FROM "${app_role}";
CALL scope_by_client('call_report');

-- Coverage gaps subscribers were told of and that are not closed yet.
CREATE TABLE coverage_gap (
    id        uuid        PRIMARY KEY,
    client_id varchar(64) NOT NULL,
    country   varchar(2)  NOT NULL,
    role      varchar(20) NOT NULL,
    opened_at timestamptz NOT NULL,
    CONSTRAINT coverage_gap_once_uq UNIQUE (client_id, country, role)
);
CALL scope_by_client('coverage_gap');
