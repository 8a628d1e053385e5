package io.clientele.loyalty.referral;

import io.clientele.loyalty.referral.Referral.Finding;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What speaks against a referral, by what is known now. */
@ApplicationScoped
class FraudChecks {

    /** Chains of referrals are followed so far. */
    private static final int LONGEST_CHAIN = 100;

    private static final String SAME_HOUSEHOLD = """
            SELECT EXISTS (
                       SELECT 1 FROM pool_member one JOIN pool_member other ON other.pool_id = one.pool_id
                       WHERE one.client_id = ? AND other.client_id = ?)
                OR EXISTS (
                       SELECT 1 FROM client one JOIN client other
                           ON other.parent_id IN (one.client_id, one.parent_id) OR one.parent_id = other.client_id
                       WHERE one.client_id = ? AND other.client_id = ?) AS found""";

    /** Who was brought by the client, and by those, and so on: is the member among them? */
    private static final String RING = """
            WITH RECURSIVE brought (client_id, depth) AS (
                SELECT ?::varchar, 0
                UNION
                SELECT r.referred_client_id, b.depth + 1 FROM brought b
                JOIN referral r ON r.programme_id = ? AND r.client_id = b.client_id AND r.state = 'ACCEPTED'
                WHERE b.depth < ?)
            SELECT EXISTS (SELECT 1 FROM brought WHERE client_id = ? AND depth > 0) AS found""";

    private static final String BROUGHT_BEFORE = """
            SELECT EXISTS (
                SELECT 1 FROM referral WHERE programme_id = ? AND referred_client_id = ? AND state = 'ACCEPTED' AND id <> ?) AS found""";

    private static final String NEW_MEMBER = """
            SELECT EXISTS (
                SELECT 1 FROM member WHERE programme_id = ? AND client_id = ? AND state = 'ACTIVE' AND joined_at >= ?) AS found""";

    private final Sql sql;

    FraudChecks(Sql sql) {
        this.sql = sql;
    }

    /** All that speaks against it; none for nothing. */
    List<Finding> of(Referral referral) {
        String brings = referral.clientId();
        String brought = referral.referredClientId();
        List<Finding> findings = new ArrayList<>();
        if (brings.equals(brought)) {
            findings.add(Finding.SELF_REFERRAL);
        } else if (found(SAME_HOUSEHOLD, brings, brought, brings, brought)) {
            findings.add(Finding.SAME_HOUSEHOLD);
        }
        if (found(RING, brought, referral.programmeId(), LONGEST_CHAIN, brings)) {
            findings.add(Finding.RING);
        }
        if (found(BROUGHT_BEFORE, referral.programmeId(), brought, referral.id())) {
            findings.add(Finding.BROUGHT_BEFORE);
        }
        if (!found(NEW_MEMBER, referral.programmeId(), brought, referral.openedAt())) {
            findings.add(Finding.NOT_A_NEW_MEMBER);
        }
        return findings;
    }

    private boolean found(String question, Object... parameters) {
        return sql.one(question, row -> row.flag("found"), parameters);
    }
}
