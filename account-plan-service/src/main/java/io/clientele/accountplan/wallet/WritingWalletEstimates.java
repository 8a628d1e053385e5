package io.clientele.accountplan.wallet;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.accountplan.plan.ProductLines;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Adding and changing wallet estimates of a client: for the relationship manager and the leader of that team. */
@ApplicationScoped
public class WritingWalletEstimates {

    private final Clients clients;
    private final WalletEstimates walletEstimates;
    private final CurrentWork work;
    private final Clock clock;
    private final ProductLines productLines;

    WritingWalletEstimates(
            Clients clients,
            WalletEstimates walletEstimates,
            CurrentWork work,
            Clock clock,
            ProductLines productLines) {
        this.clients = clients;
        this.walletEstimates = walletEstimates;
        this.work = work;
        this.clock = clock;
        this.productLines = productLines;
    }

    /**
     * Adds one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 422 {@code product-line-unknown}, {@code wallet-estimate-invalid}
     */
    @Transactional
    public WalletEstimate add(String clientId, WalletEstimateTerms terms) {
        Instant now = clock.instant();
        Client client = clients.get(clientId);
        PlanRights rights = new PlanRights(work.caller(), client.book());
        rights.requireWriter();
        Caller writer = rights.caller();

        WalletRules.check(terms);
        productLines.require(List.of(terms.productLine()), "/productLine");
        WalletEstimate walletEstimate = new WalletEstimate(clientId, terms, writer, now);
        walletEstimates.persist(walletEstimate);

        return walletEstimate;
    }

    /**
     * Changes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412, 422 {@code product-line-unknown}, {@code wallet-estimate-invalid}
     */
    @Transactional
    public WalletEstimate change(String clientId, UUID id, IfMatch ifMatch, WalletEstimateTerms terms) {
        Instant now = clock.instant();
        Client client = clients.get(clientId);
        PlanRights rights = new PlanRights(work.caller(), client.book());
        rights.requireWriter();
        Caller writer = rights.caller();
        WalletEstimate walletEstimate = walletEstimates.get(clientId, id);
        ifMatch.check(walletEstimate);

        WalletRules.check(terms);
        productLines.require(List.of(terms.productLine()), "/productLine");
        walletEstimate.change(terms, writer, now);
        walletEstimates.flush();

        return walletEstimate;
    }

    /**
     * Removes one.
     *
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 412
     */
    @Transactional
    public void remove(String clientId, UUID id, IfMatch ifMatch) {
        Instant now = clock.instant();
        Client client = clients.get(clientId);
        PlanRights rights = new PlanRights(work.caller(), client.book());
        rights.requireWriter();
        Caller writer = rights.caller();
        WalletEstimate walletEstimate = walletEstimates.get(clientId, id);
        ifMatch.check(walletEstimate);

        walletEstimates.delete(walletEstimate);
    }
}
