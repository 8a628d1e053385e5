-- The scope of V0001, said by functions. A subselect written into a policy is set up for every statement on the table, with all the
-- policies nested in it, also where sees_all() makes it needless: that took most of the time of a short statement. A function is
-- looked into only when its answer is asked for.

-- The clients the caller sees. Asked for once per statement.
CREATE FUNCTION caller_clients() RETURNS SETOF varchar
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT b.client_id FROM client_book b;
END $$;

CREATE FUNCTION type_of_id(identified regclass) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a WHERE a.attrelid = identified AND a.attname = 'id');

-- Puts a table with a client_id column under the caller's scope.
CREATE OR REPLACE PROCEDURE scope_by_client(scoped regclass)
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', scoped);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', scoped);
    EXECUTE format('DROP POLICY IF EXISTS caller_scope ON %s', scoped);
    EXECUTE format(
        'CREATE POLICY caller_scope ON %s USING ((SELECT sees_all()) OR client_id IN (SELECT caller_clients()))', scoped);
END $$;

-- Puts a table under the scope of its parent: a row is visible when the parent row (by its id column) is. The parents a caller sees are
-- asked for once per statement: for parents of which a caller has few.
CREATE OR REPLACE PROCEDURE scope_by_parent(scoped regclass, reference text, parent regclass)
    LANGUAGE plpgsql AS $$
DECLARE
    v_seen text := parent || '_ids_in_scope';
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', scoped);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', scoped);
    EXECUTE format('DROP POLICY IF EXISTS caller_scope ON %s', scoped);
    EXECUTE format(
        'CREATE OR REPLACE FUNCTION %I() RETURNS SETOF %s LANGUAGE plpgsql STABLE AS '
        '$body$ BEGIN RETURN QUERY SELECT p.id FROM %s p; END $body$', v_seen, type_of_id(parent), parent);
    EXECUTE format(
        'CREATE POLICY caller_scope ON %s USING ((SELECT sees_all()) OR %I IN (SELECT %I()))', scoped, reference, v_seen);
END $$;

-- The same for parents that may be millions: each row asks for its own, so that a statement on few rows costs the same however many
-- parents the caller sees.
CREATE PROCEDURE scope_by_each_parent(scoped regclass, reference text, parent regclass)
    LANGUAGE plpgsql AS $$
DECLARE
    v_seen text := parent || '_in_scope';
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', scoped);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', scoped);
    EXECUTE format('DROP POLICY IF EXISTS caller_scope ON %s', scoped);
    EXECUTE format(
        'CREATE OR REPLACE FUNCTION %I(parent_id %s) RETURNS boolean LANGUAGE plpgsql STABLE AS '
        '$body$ BEGIN RETURN EXISTS (SELECT FROM %s p WHERE p.id = parent_id); END $body$', v_seen, type_of_id(parent), parent);
    EXECUTE format('CREATE POLICY caller_scope ON %s USING ((SELECT sees_all()) OR %I(%I))', scoped, v_seen, reference);
END $$;

-- The tables that were scoped before.
DO $$
DECLARE
    v_policy record;
    v_parent text[];
BEGIN
    FOR v_policy IN
        SELECT p.polrelid::regclass AS scoped, pg_get_expr(p.polqual, p.polrelid) AS qual FROM pg_policy p WHERE p.polname = 'caller_scope'
    LOOP
        v_parent := regexp_match(v_policy.qual, '^\(\( SELECT sees_all\(\) AS sees_all\) OR \((\w+) IN \( SELECT p\.id\s+FROM (\w+) p\)\)\)$');
        IF v_parent IS NOT NULL THEN
            CALL scope_by_parent(v_policy.scoped, v_parent[1], v_parent[2]::regclass);
        ELSIF v_policy.qual ~ '^\(\( SELECT sees_all\(\) AS sees_all\) OR \(\(client_id\)::text IN \( SELECT b\.client_id\s+FROM client_book b\)\)\)$' THEN
            CALL scope_by_client(v_policy.scoped);
        END IF;
    END LOOP;
END $$;

DROP POLICY feed_scope ON outbox;
CREATE POLICY feed_scope ON outbox FOR SELECT
    USING ((SELECT sees_all())
        OR client_id IS NULL AND (SELECT caller_reach()) = 'BOOK'
        OR client_id IN (SELECT caller_clients()));
