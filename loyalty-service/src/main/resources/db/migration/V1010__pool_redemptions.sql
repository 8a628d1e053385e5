-- A redemption paid by a pool; member_id then is the member who spent within the mandate.
ALTER TABLE redemption
    ADD COLUMN pool_id uuid,
    ADD CONSTRAINT redemption_pool_fk FOREIGN KEY (pool_id) REFERENCES pool (id);
