-- What the tests of the platform work on.
CREATE TABLE test_note (
    id        uuid         PRIMARY KEY,
    client_id varchar(64)  NOT NULL,
    version   integer      NOT NULL,
    title     varchar(200) NOT NULL,
    author    varchar(200),
    pages     integer      NOT NULL
);
