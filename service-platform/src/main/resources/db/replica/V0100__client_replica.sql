-- What this service knows about the bank's clients, kept in step with the client events of client-analytics-service.
-- No personal value lives here: the name of a natural person, birth date and sex are in client_person.
CREATE TABLE client (
    client_id          varchar(64) PRIMARY KEY,
    type               varchar(20) NOT NULL,
    legal_name         text,
    lei                text,
    nace               text,
    domicile           text,
    branch             text,
    manager            varchar(64),
    team               varchar(64),
    tier               text,
    kyc_status         text,
    parent_id          varchar(64),
    ownership          numeric(7, 4),
    relationship_since date,
    source             text        NOT NULL,
    as_of              timestamptz NOT NULL,
    sequence           bigint      NOT NULL,
    origins            jsonb       NOT NULL DEFAULT '{}',
    CONSTRAINT client_type_ck CHECK (type IN ('PERSON', 'COMPANY')),
    CONSTRAINT client_legal_name_ck CHECK (type = 'COMPANY' OR legal_name IS NULL),
    CONSTRAINT client_sequence_ck CHECK (sequence > 0)
);
COMMENT ON COLUMN client.legal_name IS 'of a company; the name of a natural person is personal and elsewhere';
COMMENT ON COLUMN client.source IS 'who or what reported the newest record';
COMMENT ON COLUMN client.as_of IS 'business time of the newest record';
COMMENT ON COLUMN client.sequence IS 'number of the newest client event applied; older ones change nothing';
COMMENT ON COLUMN client.origins IS 'per column: {"asOf", "source"} of the record that last changed it';

CREATE INDEX client_manager_ix ON client (manager, client_id);
CREATE INDEX client_parent_ix ON client (parent_id);

-- The personal values of natural persons: the one place an erasure empties.
CREATE TABLE client_person (
    client_id  varchar(64) PRIMARY KEY,
    name       text,
    birth_date date,
    sex        varchar(20),
    CONSTRAINT client_person_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id) ON DELETE CASCADE
);

CALL scope_by_client('client');
CALL scope_by_client('client_person');

-- Notes for every changed column when and by whom it was reported.
CREATE FUNCTION note_origins() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    former jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) ELSE '{}'::jsonb END;
    origin jsonb := jsonb_build_object('asOf', NEW.as_of, 'source', NEW.source);
BEGIN
    SELECT coalesce(former -> 'origins', '{}') || coalesce(jsonb_object_agg(field.key, origin), '{}')
    INTO NEW.origins
    FROM jsonb_each(to_jsonb(NEW) - '{client_id,source,as_of,sequence,origins}'::text[]) field
    WHERE field.value IS DISTINCT FROM coalesce(former -> field.key, 'null');
    RETURN NEW;
END $$;

CREATE TRIGGER client_origins BEFORE INSERT OR UPDATE ON client
    FOR EACH ROW EXECUTE FUNCTION note_origins();
