-- What the hash of a posting covers: everything it says and every movement, in one text.
CREATE FUNCTION posting_text(p posting, p_entries text) RETURNS text
    LANGUAGE sql STABLE
    RETURN concat_ws('|', p.id, p.account_id, p.kind, p.points, extract(epoch FROM p.occurred_at), extract(epoch FROM p.recorded_at), p.actor,
        coalesce(p.rule, '-'), coalesce(p.programme_version::text, '-'), coalesce(p.source_id, '-'), coalesce(p.reservation_id::text, '-'),
        coalesce(p.reverses::text, '-'), coalesce(p.transfer_id::text, '-'), coalesce(p.spent_by::text, '-'), p_entries);

-- Chains at most p_limit postings that are committed and not chained: each hash covers the one before. One sealer at a time; 0 when there is
-- nothing to do or another is at it.
CREATE FUNCTION seal_journal(p_limit integer) RETURNS integer
    LANGUAGE plpgsql AS $$
DECLARE
    v_position bigint;
    v_hash bytea;
    v_row record;
    v_ids uuid[] := '{}';
    v_hashes bytea[] := '{}';
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('loyalty-journal')) THEN
        RETURN 0;
    END IF;
    SELECT p.position, p.hash INTO v_position, v_hash FROM posting p WHERE p.position IS NOT NULL ORDER BY p.position DESC LIMIT 1;
    v_position := coalesce(v_position, 0);
    v_hash := coalesce(v_hash, '\x'::bytea);
    FOR v_row IN
        SELECT p.id, posting_text(p, e.moves) AS content
        FROM (SELECT * FROM posting q WHERE q.position IS NULL ORDER BY q.id LIMIT p_limit) p
        CROSS JOIN LATERAL (
            SELECT string_agg(concat_ws(':', m.line, m.account_id, m.lot_id, m.from_state, m.to_state, m.points), ',' ORDER BY m.line) AS moves
            FROM entry m WHERE m.posting_id = p.id) e
        ORDER BY p.id
    LOOP
        v_hash := sha256(v_hash || convert_to(v_row.content, 'UTF8'));
        v_ids := v_ids || v_row.id;
        v_hashes := v_hashes || v_hash;
    END LOOP;
    UPDATE posting p SET position = v_position + s.place, hash = s.hash
    FROM unnest(v_ids, v_hashes) WITH ORDINALITY AS s(id, hash, place) WHERE p.id = s.id;
    RETURN cardinality(v_ids);
END $$;

-- Whether the chain holds: how many postings it covers, how many wait for it, and the first place where it breaks (null for none).
CREATE FUNCTION journal_chain(OUT sealed bigint, OUT unsealed bigint, OUT broken_at bigint)
    LANGUAGE sql STABLE AS $$
    WITH moves AS (
        SELECT m.posting_id,
               string_agg(concat_ws(':', m.line, m.account_id, m.lot_id, m.from_state, m.to_state, m.points), ',' ORDER BY m.line) AS moves
        FROM entry m GROUP BY m.posting_id),
    chained AS (
        SELECT p.position, p.hash, posting_text(p, m.moves) AS content,
               lag(p.hash, 1, '\x'::bytea) OVER w AS before, row_number() OVER w AS place
        FROM posting p LEFT JOIN moves m ON m.posting_id = p.id WHERE p.position IS NOT NULL WINDOW w AS (ORDER BY p.position))
    SELECT count(*), (SELECT count(*) FROM posting q WHERE q.position IS NULL),
           min(c.position) FILTER (WHERE c.position <> c.place OR c.hash <> sha256(c.before || convert_to(c.content, 'UTF8')))
    FROM chained c
$$;
