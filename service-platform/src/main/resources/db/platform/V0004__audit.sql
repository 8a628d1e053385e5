-- One row per mutation, written in its transaction; personal values appear only as keyed digests. A sealer places rows into the
-- hash chain after commit: hash = SHA-256(previous hash || canonical row).
CREATE TABLE audit_record (
    id             bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded_at    timestamptz  NOT NULL DEFAULT clock_timestamp(),
    business_time  timestamptz  NOT NULL,
    actor          varchar(128) NOT NULL,
    roles          varchar(500) NOT NULL,
    action         varchar(60)  NOT NULL,
    resource_type  varchar(60)  NOT NULL,
    resource_id    varchar(200) NOT NULL,
    client_id      varchar(64),
    changes        text         NOT NULL,
    correlation_id varchar(128) NOT NULL,
    position       bigint,
    hash           bytea,
    CONSTRAINT audit_record_sealed_ck CHECK ((position IS NULL) = (hash IS NULL))
);
CREATE UNIQUE INDEX audit_record_position_ux ON audit_record (position) WHERE position IS NOT NULL;
CREATE INDEX audit_record_unsealed_ix ON audit_record (id) WHERE position IS NULL;
CREATE INDEX audit_record_resource_ix ON audit_record (resource_type, resource_id, id);

CREATE INDEX audit_record_actor_ix ON audit_record (actor, id);

-- The end of the chain: what the sealer goes on from, and what shows that the newest records are still there.
CREATE TABLE audit_chain (
    singleton boolean PRIMARY KEY DEFAULT true,
    position  bigint  NOT NULL,
    hash      bytea   NOT NULL,
    CONSTRAINT audit_chain_only_ck CHECK (singleton),
    CONSTRAINT audit_chain_hash_ck CHECK (length(hash) = 32)
);
INSERT INTO audit_chain (position, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

-- Append-only, also for the service's own role: only the seal may be added, once.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_record FROM "${app_role}";
GRANT UPDATE (position, hash) ON audit_record TO "${app_role}";

CREATE FUNCTION audit_record_is_final() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit records are append-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_record_sealed_once BEFORE UPDATE ON audit_record
    FOR EACH ROW WHEN (OLD.hash IS NOT NULL) EXECUTE FUNCTION audit_record_is_final();
CREATE TRIGGER audit_record_kept BEFORE DELETE ON audit_record
    FOR EACH ROW EXECUTE FUNCTION audit_record_is_final();
