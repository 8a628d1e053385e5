-- An import stores its activities itself: how far the sink has come tells nothing about it any more.
DROP TABLE activity_import_position;
DROP TABLE activity_sink_position;

-- Looks for the month with a query of its own: a name lookup is cached, and does not notice that another transaction made the month
-- while this one waited for the lock.
CREATE OR REPLACE FUNCTION ensure_activity_month(moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    first_day date := date_trunc('month', moment);
    month     text := 'activity_' || to_char(first_day, 'YYYY_MM');
BEGIN
    IF EXISTS (SELECT 1 FROM pg_class WHERE relname = month AND relnamespace = 'public'::regnamespace) THEN
        RETURN;
    END IF;
    IF moment < '1970-01-01' OR moment >= '2200-01-01' THEN
        RAISE EXCEPTION 'no partition for %', moment USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_month_ck';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('activity month', 0));
    IF EXISTS (SELECT 1 FROM pg_class WHERE relname = month AND relnamespace = 'public'::regnamespace) THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE activity INCLUDING ALL)', month);
    EXECUTE format('REVOKE ALL ON %I FROM "${app_role}"', month);
    EXECUTE format('ALTER TABLE activity ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        month, first_day::timestamptz, (first_day + interval '1 month')::timestamptz);
END $$;
