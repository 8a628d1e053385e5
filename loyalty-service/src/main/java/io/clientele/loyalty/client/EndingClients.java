package io.clientele.loyalty.client;

import io.clientele.contracts.clients.ClientMerged;
import io.clientele.contracts.loyalty.TierChangeReason;
import io.clientele.loyalty.account.Holders;
import io.clientele.loyalty.ledger.EndingPoints;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.ledger.Transfers;
import io.clientele.loyalty.member.Enrolling;
import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.pool.Pooling;
import io.clientele.loyalty.programme.RunningProgrammes;
import io.clientele.loyalty.sql.Sql;
import io.clientele.loyalty.tier.GrantingTiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of memberships when a client ends. Merged: the survivor's membership goes on with points, debts, tier and
 * place in a pool; both accounts and every posting stay. Erased: memberships and points end, what is kept of the person
 * goes; ledger and its chain of hashes stay, under a number nobody stands behind.
 */
@ApplicationScoped
public class EndingClients {

    private static final String TIER = "SELECT tier FROM member_tier WHERE member_id = ? AND tier IS NOT NULL";

    private static final List<String> ERASE = List.of(
            "DELETE FROM client_person WHERE client_id = ?",
            "DELETE FROM client_trait WHERE client_id = ?",
            "DELETE FROM client_consent WHERE client_id = ?",
            "UPDATE claim SET evidence = NULL WHERE client_id = ?");

    private final Members members;
    private final Enrolling enrolling;
    private final RunningProgrammes running;
    private final Holders holders;
    private final Transfers transfers;
    private final EndingPoints endingPoints;
    private final GrantingTiers tiers;
    private final Pooling pooling;
    private final Sql sql;
    private final Clock clock;

    EndingClients(
            Members members,
            Enrolling enrolling,
            RunningProgrammes running,
            Holders holders,
            Transfers transfers,
            EndingPoints endingPoints,
            GrantingTiers tiers,
            Pooling pooling,
            Sql sql,
            Clock clock) {
        this.members = members;
        this.enrolling = enrolling;
        this.running = running;
        this.holders = holders;
        this.transfers = transfers;
        this.endingPoints = endingPoints;
        this.tiers = tiers;
        this.pooling = pooling;
        this.sql = sql;
        this.clock = clock;
    }

    /** A client number turned out to be another client's; told again, it changes nothing. */
    @Transactional(TxType.MANDATORY)
    public void merge(ClientMerged merged) {
        for (Member former : members.staying(merged.clientId())) {
            Member survivor = enrolling.successor(former, merged.survivorId());
            pooling.succeed(former, survivor);
            enrolling.mergeInto(former, survivor);
            Holder from = holder(former);
            endingPoints.of(from, clock.instant());
            transfers.merge(from, holder(survivor));
            keepTier(former, survivor);
        }
    }

    /** A client's person was erased; told again, it changes nothing. */
    @Transactional(TxType.MANDATORY)
    public void erase(String clientId) {
        members.staying(clientId).forEach(enrolling::endErased);
        ERASE.forEach(statement -> sql.update(statement, clientId));
    }

    private void keepTier(Member former, Member survivor) {
        String tier = tierOf(former.id());
        if (tier != null) {
            running.current().stream()
                    .filter(programme -> programme.id().equals(survivor.programmeId()))
                    .findFirst()
                    .ifPresent(programme -> tiers.grant(
                            programme,
                            List.of(new GrantingTiers.Grant(survivor.id(), survivor.clientId(), tier, null)),
                            TierChangeReason.MERGED));
        }
    }

    private @Nullable String tierOf(UUID member) {
        return sql.find(TIER, row -> row.text("tier"), member).orElse(null);
    }

    private Holder holder(Member member) {
        return new Holder(member.id(), member.programmeId(), member.clientId(), holders.zone(member.programmeId()));
    }
}
