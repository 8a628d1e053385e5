-- Dated rates of currencies; a rate quoted again replaces the former, the audit trail keeps both.
CREATE TABLE reference_rate (
    currency    varchar(3)      NOT NULL,
    quoted_on   date            NOT NULL,
    rate        numeric(24, 10) NOT NULL,
    source      varchar(100)    NOT NULL,
    recorded_by varchar(128)    NOT NULL,
    recorded_at timestamptz     NOT NULL,
    CONSTRAINT reference_rate_pk PRIMARY KEY (currency, quoted_on),
    CONSTRAINT reference_rate_currency_ck CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT reference_rate_positive_ck CHECK (rate > 0)
);
CREATE INDEX reference_rate_day_ix ON reference_rate (quoted_on DESC, currency);

-- One row, moved on with every change of a rate: who holds the rates in memory asks whether they are still these.
CREATE TABLE reference_rate_revision (
    only_row boolean PRIMARY KEY DEFAULT true,
    revision bigint  NOT NULL,
    CONSTRAINT reference_rate_revision_ck CHECK (only_row)
);
INSERT INTO reference_rate_revision (revision) VALUES (0);

-- Everybody is also computed anew when a reference input of the rule changes.
ALTER TABLE segment_calculation DROP CONSTRAINT segment_calculation_kind_ck;
ALTER TABLE segment_calculation ADD CONSTRAINT segment_calculation_kind_ck
    CHECK (kind IN ('MEMBERSHIP', 'REFERENCES', 'DISSOLUTION'));
