-- Books lent to deputies until a time. What a deputy sees is in client_access, for each client of the book.
CREATE TABLE book_cover (
    id          uuid         PRIMARY KEY,
    revision    bigint       NOT NULL,
    manager     varchar(64)  NOT NULL,
    team        varchar(64),
    deputy      varchar(64)  NOT NULL,
    reason      varchar(200) NOT NULL,
    valid_until timestamptz  NOT NULL,
    created_by  varchar(64)  NOT NULL,
    created_at  timestamptz  NOT NULL,
    CONSTRAINT book_cover_deputy_ck CHECK (deputy <> manager)
);
CREATE INDEX book_cover_manager_ix ON book_cover (manager, valid_until);
CREATE INDEX book_cover_deputy_ix ON book_cover (deputy, valid_until);

ALTER TABLE book_cover ENABLE ROW LEVEL SECURITY;
ALTER TABLE book_cover FORCE ROW LEVEL SECURITY;
CREATE POLICY caller_scope ON book_cover USING (
    (SELECT sees_all())
    OR ((SELECT caller_reach()) = 'BOOK' AND (
        manager = (SELECT caller_id())
        OR deputy = (SELECT caller_id())
        OR team = ANY ((SELECT caller_teams())::text[]))));

-- A client that changes books leaves the covers of the old one and comes under those of the new one.
CREATE FUNCTION move_cover() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.manager IS NOT DISTINCT FROM NEW.manager THEN
        RETURN NULL;
    END IF;
    DELETE FROM client_access WHERE client_id = NEW.client_id AND reason LIKE 'cover %';
    INSERT INTO client_access (client_id, user_id, reason, valid_until)
    SELECT NEW.client_id, c.deputy, 'cover ' || c.id, c.valid_until
    FROM book_cover c WHERE c.manager = NEW.manager AND c.valid_until > business_now();
    RETURN NULL;
END $$;
CREATE INDEX client_access_client_ix ON client_access (client_id);
CREATE TRIGGER client_book_cover AFTER INSERT OR UPDATE OF manager ON client_book
    FOR EACH ROW EXECUTE FUNCTION move_cover();
