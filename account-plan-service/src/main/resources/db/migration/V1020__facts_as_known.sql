-- What was known when: a review for a past date sees the facts as they stood then, however they were corrected since.

-- The grading of clients over time.
CREATE TABLE client_standing (
    client_id          varchar(64) NOT NULL,
    manager            varchar(64),
    tier               text,
    kyc_status         text,
    domicile           text,
    relationship_since date,
    known_from         timestamptz NOT NULL,
    known_until        timestamptz,
    CONSTRAINT client_standing_pk PRIMARY KEY (client_id, known_from),
    CONSTRAINT client_standing_period_ck CHECK (known_until > known_from)
);
CREATE UNIQUE INDEX client_standing_current_ux ON client_standing (client_id) WHERE known_until IS NULL;
CALL scope_by_client('client_standing');

CREATE FUNCTION note_standing() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD.manager, OLD.tier, OLD.kyc_status, OLD.domicile, OLD.relationship_since)
        IS NOT DISTINCT FROM (NEW.manager, NEW.tier, NEW.kyc_status, NEW.domicile, NEW.relationship_since) THEN
        RETURN NULL;
    END IF;
    -- two records of one instant leave no empty period behind
    DELETE FROM client_standing WHERE client_id = NEW.client_id AND known_until IS NULL AND known_from >= business_now();
    UPDATE client_standing SET known_until = business_now() WHERE client_id = NEW.client_id AND known_until IS NULL;
    INSERT INTO client_standing (client_id, manager, tier, kyc_status, domicile, relationship_since, known_from)
    VALUES (NEW.client_id, NEW.manager, NEW.tier, NEW.kyc_status, NEW.domicile, NEW.relationship_since, business_now());
    RETURN NULL;
END $$;

-- what is known when this table begins
INSERT INTO client_standing (client_id, manager, tier, kyc_status, domicile, relationship_since, known_from)
SELECT client_id, manager, tier, kyc_status, domicile, relationship_since, as_of FROM client;

CREATE TRIGGER client_standing AFTER INSERT OR UPDATE ON client
    FOR EACH ROW EXECUTE FUNCTION note_standing();

-- Rows that were corrected or removed, as they were, from when to when they stood.
CREATE TABLE former_fact (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fact        varchar(40) NOT NULL,
    client_id   varchar(64),
    content     jsonb       NOT NULL,
    known_from  timestamptz NOT NULL,
    known_until timestamptz NOT NULL
);
COMMENT ON COLUMN former_fact.fact IS 'the table the row stood in';
COMMENT ON COLUMN former_fact.client_id IS 'null for facts that concern no client';
CREATE INDEX former_fact_until_ix ON former_fact (fact, known_until);
CALL scope_by_client('former_fact');
-- reference rates concern no client: whoever corrects one keeps the former
CREATE POLICY no_client ON former_fact USING (client_id IS NULL);

ALTER TABLE revenue ADD COLUMN known_from timestamptz NOT NULL DEFAULT business_now();
ALTER TABLE credit_facility ADD COLUMN known_from timestamptz NOT NULL DEFAULT business_now();
ALTER TABLE wallet_estimate ADD COLUMN known_from timestamptz NOT NULL DEFAULT business_now();
ALTER TABLE reference_rate ADD COLUMN known_from timestamptz NOT NULL DEFAULT business_now();

CREATE FUNCTION keep_former() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    former jsonb := to_jsonb(OLD);
BEGIN
    INSERT INTO former_fact (fact, client_id, content, known_from, known_until)
    VALUES (TG_TABLE_NAME, former ->> 'client_id', former, OLD.known_from, business_now());
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    NEW.known_from := business_now();
    RETURN NEW;
END $$;

CREATE TRIGGER revenue_former BEFORE UPDATE OR DELETE ON revenue FOR EACH ROW EXECUTE FUNCTION keep_former();
CREATE TRIGGER credit_facility_former BEFORE UPDATE OR DELETE ON credit_facility FOR EACH ROW EXECUTE FUNCTION keep_former();
CREATE TRIGGER wallet_estimate_former BEFORE UPDATE OR DELETE ON wallet_estimate FOR EACH ROW EXECUTE FUNCTION keep_former();
CREATE TRIGGER reference_rate_former BEFORE UPDATE OR DELETE ON reference_rate FOR EACH ROW EXECUTE FUNCTION keep_former();

-- The facts as they were known at an instant.
CREATE FUNCTION revenue_known(at timestamptz)
    RETURNS TABLE (client_id varchar, product_line varchar, month date, currency varchar, amount numeric)
    LANGUAGE sql STABLE AS $$
    SELECT client_id, product_line, month, currency, amount FROM revenue WHERE known_from <= at
    UNION ALL
    SELECT f.client_id, (content ->> 'product_line')::varchar, (content ->> 'month')::date,
           (content ->> 'currency')::varchar, (content ->> 'amount')::numeric
    FROM former_fact f WHERE fact = 'revenue' AND known_from <= at AND known_until > at
$$;

CREATE FUNCTION credit_facility_known(at timestamptz)
    RETURNS TABLE (client_id varchar, facility_id varchar, "position" jsonb)
    LANGUAGE sql STABLE AS $$
    SELECT client_id, facility_id, "position" FROM credit_facility WHERE known_from <= at
    UNION ALL
    SELECT f.client_id, (content ->> 'facility_id')::varchar, content -> 'position'
    FROM former_fact f WHERE fact = 'credit_facility' AND known_from <= at AND known_until > at
$$;

CREATE FUNCTION wallet_estimate_known(at timestamptz)
    RETURNS TABLE (client_id varchar, spend numeric, spend_currency varchar, blocked boolean)
    LANGUAGE sql STABLE AS $$
    SELECT client_id, spend, spend_currency, blocked FROM wallet_estimate WHERE known_from <= at
    UNION ALL
    SELECT f.client_id, (content ->> 'spend')::numeric, (content ->> 'spend_currency')::varchar, (content ->> 'blocked')::boolean
    FROM former_fact f WHERE fact = 'wallet_estimate' AND known_from <= at AND known_until > at
$$;

CREATE FUNCTION reference_rate_known(at timestamptz)
    RETURNS TABLE (currency varchar, quoted_on date, rate numeric)
    LANGUAGE sql STABLE AS $$
    SELECT currency, quoted_on, rate FROM reference_rate WHERE known_from <= at
    UNION ALL
    SELECT (content ->> 'currency')::varchar, (content ->> 'quoted_on')::date, (content ->> 'rate')::numeric
    FROM former_fact f WHERE fact = 'reference_rate' AND known_from <= at AND known_until > at
$$;

-- Rounds half to even, as every conversion does, also where the service converts in Java.
CREATE FUNCTION half_even(amount numeric, digits integer) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN abs(amount - trunc(amount, digits)) * 2 = power(10::numeric, -digits)
            AND mod(trunc(amount, digits) * power(10::numeric, digits), 2) = 0 THEN trunc(amount, digits)
        ELSE round(amount, digits) END;
