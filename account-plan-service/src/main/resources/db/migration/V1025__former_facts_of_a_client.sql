-- What stood before of one client: a facility's former rating.
CREATE INDEX former_fact_client_ix ON former_fact (client_id, fact, id);
