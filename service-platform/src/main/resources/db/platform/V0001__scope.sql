-- Row-level scope. The service's role sees only what the caller's settings, put on the connection for one transaction, let through:
--   app.user   the caller's id                        app.reach  ALL, BOOK, CLIENT or NONE (absent = NONE)
--   app.teams  teams whose book the caller sees       app.client the caller's own client id (reach CLIENT)
--   app.now    the business clock, for access that ends

CREATE FUNCTION sees_all() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('app.reach', true), 'NONE') = 'ALL';

CREATE FUNCTION caller_reach() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('app.reach', true), 'NONE');

CREATE FUNCTION caller_id() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('app.user', true);

CREATE FUNCTION caller_teams() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN string_to_array(nullif(current_setting('app.teams', true), ''), ',');

CREATE FUNCTION business_now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

-- Who looks after which client: the root of every scope decision, fed by the client events.
CREATE TABLE client_book (
    client_id varchar(64) PRIMARY KEY,
    manager   varchar(64),
    team      varchar(64)
);
CREATE INDEX client_book_manager_ix ON client_book (manager);
CREATE INDEX client_book_team_ix ON client_book (team);

-- Access to one client given to somebody outside the book: a specialist asked for a contribution, a holiday cover.
CREATE TABLE client_access (
    client_id   varchar(64)  NOT NULL,
    user_id     varchar(64)  NOT NULL,
    reason      varchar(200) NOT NULL,
    valid_until timestamptz,
    CONSTRAINT client_access_pk PRIMARY KEY (user_id, client_id, reason)
);

ALTER TABLE client_book ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_book FORCE ROW LEVEL SECURITY;

CREATE POLICY caller_scope ON client_book USING (
    (SELECT sees_all())
    OR ((SELECT caller_reach()) = 'BOOK' AND (
        manager = (SELECT caller_id())
        OR team = ANY ((SELECT caller_teams())::text[])
        OR client_id IN (
            SELECT a.client_id FROM client_access a
            WHERE a.user_id = (SELECT caller_id())
              AND (a.valid_until IS NULL OR a.valid_until > (SELECT business_now())))))
    OR ((SELECT caller_reach()) = 'CLIENT' AND client_id = (SELECT current_setting('app.client', true))));

-- Puts a table with a client_id column under the caller's scope.
CREATE PROCEDURE scope_by_client(scoped regclass)
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', scoped);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', scoped);
    EXECUTE format(
        'CREATE POLICY caller_scope ON %s USING ((SELECT sees_all()) OR client_id IN (SELECT b.client_id FROM client_book b))',
        scoped);
END $$;

-- Puts a table under the scope of its parent: a row is visible when the parent row (by its id column) is.
CREATE PROCEDURE scope_by_parent(scoped regclass, reference text, parent regclass)
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', scoped);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', scoped);
    EXECUTE format(
        'CREATE POLICY caller_scope ON %s USING ((SELECT sees_all()) OR %I IN (SELECT p.id FROM %s p))',
        scoped, reference, parent);
END $$;
