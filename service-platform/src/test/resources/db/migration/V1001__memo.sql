-- A scoped, versioned aggregate for the platform's own tests.
CREATE TABLE memo (
    id        uuid         PRIMARY KEY,
    client_id varchar(64)  NOT NULL,
    title     varchar(100) NOT NULL,
    amount    numeric(19, 4),
    version   bigint       NOT NULL,
    CONSTRAINT memo_title_uq UNIQUE (client_id, title),
    CONSTRAINT memo_title_ck CHECK (title <> 'forbidden')
);
CALL scope_by_client('memo');
