-- What clients did and what happened to them, by month of occurrence. Rows are written once and never changed. No foreign key to
-- client: the sink checks a whole batch at once, and clients are never deleted.
CREATE TABLE activity (
    client_id   varchar(64)  NOT NULL,
    occurred_at timestamptz  NOT NULL,
    source_id   varchar(128) COLLATE "C" NOT NULL,
    type        varchar(64)  NOT NULL,
    data        jsonb        NOT NULL,
    recorded_at timestamptz  NOT NULL,
    CONSTRAINT activity_pk PRIMARY KEY (client_id, occurred_at, source_id)
) PARTITION BY RANGE (occurred_at);
COMMENT ON COLUMN activity.source_id IS 'the bank''s own unique id';
COMMENT ON COLUMN activity.recorded_at IS 'when this service took it, business time: what was known on a past day';
CALL scope_by_client('activity');

-- Every source id ever taken. A unique key on activity itself would have to include the time, and an activity sent again with
-- another time would slip in twice.
CREATE TABLE activity_source (
    source_id varchar(128) COLLATE "C" PRIMARY KEY
);

-- Makes the partition of a month (UTC) where it is missing. Runs as the owner, since the service's role owns nothing; attaching,
-- unlike creating in place, does not wait for readers and writers of other months. Partitions are reached through activity only,
-- whose row-level scope they do not carry themselves.
CREATE FUNCTION ensure_activity_month(moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    first_day date := date_trunc('month', moment);
    month     text := 'activity_' || to_char(first_day, 'YYYY_MM');
BEGIN
    IF to_regclass(month) IS NOT NULL THEN
        RETURN;
    END IF;
    IF moment < '1970-01-01' OR moment >= '2200-01-01' THEN
        RAISE EXCEPTION 'no partition for %', moment USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_month_ck';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('activity month', 0));
    IF to_regclass(month) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE activity INCLUDING ALL)', month);
    EXECUTE format('REVOKE ALL ON %I FROM "${app_role}"', month);
    EXECUTE format('ALTER TABLE activity ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        month, first_day::timestamptz, (first_day + interval '1 month')::timestamptz);
END $$;

-- How far the sink has written each partition of the activity topic: everything below the offset is queryable.
CREATE TABLE activity_sink_position (
    partition   integer PRIMARY KEY,
    next_offset bigint  NOT NULL,
    CONSTRAINT activity_sink_position_ck CHECK (next_offset >= 0)
);

-- The last offset the broker acknowledged for an import in each partition: the import is queryable once the sink is past all.
CREATE TABLE activity_import_position (
    job_id      uuid    NOT NULL,
    partition   integer NOT NULL,
    last_offset bigint  NOT NULL,
    CONSTRAINT activity_import_position_pk PRIMARY KEY (job_id, partition),
    CONSTRAINT activity_import_position_job_fk FOREIGN KEY (job_id) REFERENCES import_job (id) ON DELETE CASCADE
);

-- The sink copies each batch into a temporary table: COPY is not possible into a table under row-level scope.
GRANT TEMPORARY ON DATABASE "${flyway:database}" TO "${app_role}";
