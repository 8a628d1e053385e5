-- Lists of clients that people upload; each upload is a version, in force until the next one.
CREATE TABLE client_list (
    id             uuid         PRIMARY KEY,
    name           varchar(120) NOT NULL,
    description    varchar(2000),
    newest_version integer      NOT NULL,
    created_by     varchar(128) NOT NULL,
    created_at     timestamptz  NOT NULL,
    version        bigint       NOT NULL,
    CONSTRAINT client_list_name_uq UNIQUE (name),
    CONSTRAINT client_list_newest_ck CHECK (newest_version >= 0)
);

-- Entries and rejections of an upload are written before the version itself, whose figures count them.
CREATE TABLE client_list_version (
    list_id       uuid         NOT NULL,
    number        integer      NOT NULL,
    uploaded_by   varchar(128) NOT NULL,
    in_force_from timestamptz  NOT NULL,
    lines         bigint       NOT NULL,
    clients       bigint       NOT NULL,
    duplicates    bigint       NOT NULL,
    rejected      bigint       NOT NULL,
    CONSTRAINT client_list_version_pk PRIMARY KEY (list_id, number),
    CONSTRAINT client_list_version_list_fk FOREIGN KEY (list_id) REFERENCES client_list (id),
    CONSTRAINT client_list_version_lines_ck CHECK (lines = clients + duplicates + rejected AND lines > 0)
);

CREATE TABLE client_list_entry (
    list_id   uuid        NOT NULL,
    number    integer     NOT NULL,
    client_id varchar(64) NOT NULL,
    CONSTRAINT client_list_entry_pk PRIMARY KEY (list_id, number, client_id)
);
CREATE INDEX client_list_entry_client_ix ON client_list_entry (client_id);
CALL scope_by_client('client_list_entry');

CREATE TABLE client_list_rejection (
    list_id uuid    NOT NULL,
    number  integer NOT NULL,
    line    bigint  NOT NULL,
    CONSTRAINT client_list_rejection_pk PRIMARY KEY (list_id, number, line)
);

-- Cut points of the rankings that rules in force cut, one row a computation. The newest one at an instant is in force.
CREATE TABLE segment_cut_points (
    ranking      text         NOT NULL,
    number       integer      NOT NULL,
    as_of        timestamptz  NOT NULL,
    clients      bigint       NOT NULL,
    undetermined bigint       NOT NULL,
    groups       jsonb        NOT NULL,
    CONSTRAINT segment_cut_points_pk PRIMARY KEY (ranking, number),
    CONSTRAINT segment_cut_points_number_ck CHECK (number >= 1),
    CONSTRAINT segment_cut_points_groups_ck CHECK (jsonb_typeof(groups) = 'object')
);
COMMENT ON COLUMN segment_cut_points.ranking IS 'the ranking in canonical JSON';
COMMENT ON COLUMN segment_cut_points.clients IS 'how many clients were ranked';
COMMENT ON COLUMN segment_cut_points.undetermined IS 'how many could not be ranked because an input was in error';
COMMENT ON COLUMN segment_cut_points.groups IS 'per peer group ("" = all) the clients ranked and the value at each quantile in per cent';
