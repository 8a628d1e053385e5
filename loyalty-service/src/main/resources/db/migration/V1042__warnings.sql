-- How far the run of a programme's business day is: everything up to last is done. One transaction per slice moves it on; an activity has one
-- run a programme.
CREATE TABLE daily_run (
    activity     varchar(60) NOT NULL,
    programme_id uuid        NOT NULL,
    day          date        NOT NULL,
    last         varchar(60),
    finished     boolean     NOT NULL DEFAULT false,
    CONSTRAINT daily_run_pk PRIMARY KEY (activity, programme_id),
    CONSTRAINT daily_run_programme_fk FOREIGN KEY (programme_id) REFERENCES programme (id)
);
CALL scope_as_catalogue('daily_run');
SELECT set_config('app.reach', 'ALL', true);
INSERT INTO daily_run (activity, programme_id, day, last, finished) SELECT 'tiers', programme_id, day, last_member::text, finished FROM tier_run;
DROP TABLE tier_run;

-- Warnings given of points that are going to expire: once for each number of days ahead.
CREATE TABLE expiry_warning (
    account_id bigint      NOT NULL,
    expires_at timestamptz NOT NULL,
    days_ahead integer     NOT NULL,
    warned_at  timestamptz NOT NULL,
    CONSTRAINT expiry_warning_pk PRIMARY KEY (account_id, expires_at, days_ahead),
    CONSTRAINT expiry_warning_account_fk FOREIGN KEY (account_id) REFERENCES points_account (id)
);
CALL scope_by_each_parent('expiry_warning', 'account_id', 'points_account');
CREATE INDEX points_account_run_ix ON points_account (programme_id, id);
DROP INDEX points_account_programme_ix;

-- Warnings given of tiers that are going to be lost: once for each last day.
CREATE TABLE tier_warning (
    member_id  uuid        NOT NULL,
    client_id  varchar(64) NOT NULL,
    tier       varchar(60) NOT NULL,
    kept_until date        NOT NULL,
    warned_at  timestamptz NOT NULL,
    CONSTRAINT tier_warning_pk PRIMARY KEY (member_id, tier, kept_until),
    CONSTRAINT tier_warning_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
);
CALL scope_by_client('tier_warning');
