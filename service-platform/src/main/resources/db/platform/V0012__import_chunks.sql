-- Chunks whose lines are stored, with the lines that others are still to be told of. Written in the transaction that stores them, so that
-- a chunk whose worker dies is not stored again but told of again. It goes with its chunk.
CREATE TABLE import_chunk_taken (
    job_id     uuid    NOT NULL,
    number     integer NOT NULL,
    to_publish bytea   NOT NULL,
    CONSTRAINT import_chunk_taken_pk PRIMARY KEY (job_id, number),
    CONSTRAINT import_chunk_taken_chunk_fk FOREIGN KEY (job_id, number) REFERENCES import_chunk (job_id, number) ON DELETE CASCADE
);
COMMENT ON COLUMN import_chunk_taken.to_publish IS 'bit n (from the least significant of the first byte) = line first_line + n';

-- A chunk is written once, read once and deleted: compressing it costs more than it saves.
ALTER TABLE import_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
