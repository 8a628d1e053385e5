-- What the tests of the platform work on.
CREATE TABLE test_note (
    id        uuid         PRIMARY KEY,
    client_id varchar(64)  NOT NULL,
    version   integer      NOT NULL,
    title     varchar(200) NOT NULL,
    author    varchar(200),
    pages     integer      NOT NULL
);

CREATE TABLE test_note_tag (
    note_id uuid        NOT NULL,
    tag     varchar(50) NOT NULL,
    CONSTRAINT test_note_tag_pk PRIMARY KEY (note_id, tag),
    CONSTRAINT test_note_tag_note_fk FOREIGN KEY (note_id) REFERENCES test_note (id)
);

CREATE TABLE test_counter (
    id    uuid    PRIMARY KEY,
    value integer NOT NULL
);

-- What the test application's consumer did, in order.
CREATE TABLE test_note_taken (
    entry   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    note_id varchar(64) NOT NULL,
    page    integer     NOT NULL
);
