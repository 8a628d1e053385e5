-- Reference rates: units of a currency for one unit of the reference currency. They concern no client.
CREATE TABLE reference_rate (
    currency    varchar(3)      NOT NULL,
    quoted_on   date            NOT NULL,
    rate        numeric(24, 10) NOT NULL,
    source      varchar(100)    NOT NULL,
    recorded_by varchar(64)     NOT NULL,
    CONSTRAINT reference_rate_pk PRIMARY KEY (currency, quoted_on),
    CONSTRAINT reference_rate_currency_ck CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT reference_rate_positive_ck CHECK (rate > 0)
);
CREATE INDEX reference_rate_day_ix ON reference_rate (quoted_on DESC, currency);

-- Who belonged to whom from when to when; kept from the client records.
CREATE TABLE ownership_link (
    id         uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    client_id  varchar(64)   NOT NULL,
    parent_id  varchar(64)   NOT NULL,
    ownership  numeric(7, 4),
    valid_from timestamptz   NOT NULL,
    valid_to   timestamptz,
    CONSTRAINT ownership_link_itself_ck CHECK (client_id <> parent_id),
    CONSTRAINT ownership_link_one_parent_ex
        EXCLUDE USING gist (client_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
);
CREATE INDEX ownership_link_parent_ix ON ownership_link (parent_id, client_id);
CALL scope_by_client('ownership_link');

CREATE FUNCTION note_ownership() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.parent_id, OLD.ownership) IS NOT DISTINCT FROM (NEW.parent_id, NEW.ownership) THEN
        RETURN NULL;
    END IF;
    -- a record of the same instant, or an earlier one, corrects the open link: it leaves no empty period behind
    DELETE FROM ownership_link WHERE client_id = NEW.client_id AND valid_to IS NULL AND valid_from >= NEW.as_of;
    UPDATE ownership_link SET valid_to = NEW.as_of WHERE client_id = NEW.client_id AND valid_to IS NULL;
    IF NEW.parent_id IS NOT NULL AND NEW.parent_id <> NEW.client_id THEN
        INSERT INTO ownership_link (client_id, parent_id, ownership, valid_from)
        VALUES (NEW.client_id, NEW.parent_id, NEW.ownership,
                greatest(NEW.as_of, (SELECT max(valid_to) FROM ownership_link WHERE client_id = NEW.client_id)));
    END IF;
    RETURN NULL;
END $$;

-- what is known when this table begins
INSERT INTO ownership_link (client_id, parent_id, ownership, valid_from)
SELECT client_id, parent_id, ownership, as_of FROM client WHERE parent_id IS NOT NULL AND parent_id <> client_id;

CREATE TRIGGER client_ownership AFTER INSERT OR UPDATE ON client
    FOR EACH ROW EXECUTE FUNCTION note_ownership();

-- Credit facilities as last positioned. No foreign key: a position may come before its client's record, and is seen with it.
CREATE TABLE credit_facility (
    facility_id varchar(64) PRIMARY KEY,
    client_id   varchar(64) NOT NULL,
    matures_on  date,
    in_excess   boolean     NOT NULL,
    position    jsonb       NOT NULL,
    as_of       timestamptz NOT NULL,
    CONSTRAINT credit_facility_position_ck CHECK (jsonb_typeof(position) = 'object'),
    CONSTRAINT credit_facility_itself_ck
        CHECK (position ->> 'facilityId' = facility_id AND position ->> 'clientId' = client_id)
);
CREATE INDEX credit_facility_client_ix ON credit_facility (client_id, facility_id);
CREATE INDEX credit_facility_maturity_ix ON credit_facility (matures_on);
CALL scope_by_client('credit_facility');

-- What clients brought, as last booked.
CREATE TABLE revenue (
    client_id    varchar(64)    NOT NULL,
    product_line varchar(40)    NOT NULL,
    month        date           NOT NULL,
    currency     varchar(3)     NOT NULL,
    amount       numeric(19, 4) NOT NULL,
    as_of        timestamptz    NOT NULL,
    source       varchar(100)   NOT NULL,
    CONSTRAINT revenue_pk PRIMARY KEY (client_id, month, product_line, currency),
    CONSTRAINT revenue_month_ck CHECK (extract(day FROM month) = 1),
    CONSTRAINT revenue_currency_ck CHECK (currency ~ '^[A-Z]{3}$')
);
CALL scope_by_client('revenue');
