-- What makes an objective realistic beside a priority or a budget line.
ALTER TABLE objective ADD COLUMN closes_return_gap boolean NOT NULL DEFAULT false;
ALTER TABLE objective ADD COLUMN prerequisite_ids jsonb NOT NULL DEFAULT '[]';
ALTER TABLE objective ADD CONSTRAINT objective_prerequisites_ck CHECK (jsonb_typeof(prerequisite_ids) = 'array');
