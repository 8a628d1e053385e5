-- Segments: governed documents. What a segment means is in its versions; which one counts is active_version.
CREATE TABLE segment (
    id             uuid         PRIMARY KEY,
    name           varchar(120) NOT NULL,
    description    varchar(2000),
    state          varchar(10)  NOT NULL,
    active_version integer,
    created_by     varchar(128) NOT NULL,
    created_at     timestamptz  NOT NULL,
    version        bigint       NOT NULL,
    CONSTRAINT segment_name_uq UNIQUE (name),
    CONSTRAINT segment_state_ck CHECK (state IN ('DRAFT', 'ACTIVE', 'RETIRED')),
    CONSTRAINT segment_active_ck CHECK ((state = 'ACTIVE') = (active_version IS NOT NULL))
);

-- A version of a segment's rule. Once approved, the rule never changes again.
CREATE TABLE segment_version (
    id             uuid         PRIMARY KEY,
    segment_id     uuid         NOT NULL,
    number         integer      NOT NULL,
    state          varchar(10)  NOT NULL,
    rule           text         NOT NULL,
    activity_types varchar(64)[] NOT NULL,
    effective_from timestamptz,
    author         varchar(128) NOT NULL,
    makers         varchar(128)[] NOT NULL,
    drafted_at     timestamptz  NOT NULL,
    submitted_by   varchar(128),
    submitted_at   timestamptz,
    approved_by    varchar(128),
    approved_at    timestamptz,
    rejected_by    varchar(128),
    rejected_at    timestamptz,
    rejection      varchar(1000),
    active_from    timestamptz,
    active_until   timestamptz,
    version        bigint       NOT NULL,
    CONSTRAINT segment_version_uq UNIQUE (segment_id, number),
    CONSTRAINT segment_version_segment_fk FOREIGN KEY (segment_id) REFERENCES segment (id),
    CONSTRAINT segment_version_number_ck CHECK (number >= 1),
    CONSTRAINT segment_version_state_ck CHECK (state IN ('DRAFT', 'IN_REVIEW', 'APPROVED', 'ACTIVE', 'RETIRED')),
    CONSTRAINT segment_version_four_eyes_ck CHECK (approved_by IS NULL OR approved_by <> ALL (makers)),
    CONSTRAINT segment_version_approved_ck CHECK (state NOT IN ('APPROVED', 'ACTIVE') OR approved_by IS NOT NULL),
    CONSTRAINT segment_version_active_ck CHECK (state <> 'ACTIVE' OR (active_from IS NOT NULL AND active_until IS NULL)),
    CONSTRAINT segment_version_period_ck CHECK (active_until >= active_from)
);
COMMENT ON COLUMN segment_version.rule IS 'canonical JSON';
COMMENT ON COLUMN segment_version.activity_types IS 'the activity types the rule looks at: other activity does not touch it';
COMMENT ON COLUMN segment_version.makers IS 'all who drafted, changed or submitted it: none of them may approve';
COMMENT ON COLUMN segment_version.effective_from IS 'takes effect then, or when approved if that is later or this is null';
CREATE UNIQUE INDEX segment_version_in_preparation_ux ON segment_version (segment_id)
    WHERE state IN ('DRAFT', 'IN_REVIEW', 'APPROVED');
CREATE INDEX segment_version_waiting_ix ON segment_version (effective_from) WHERE state = 'APPROVED';
