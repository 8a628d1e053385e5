package io.clientele.accountplan.wallet;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.revenue.RevenueFact;
import io.clientele.accountplan.revenue.Revenues;
import io.clientele.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works the share of wallet out from estimates, revenues and rates; our revenue counts in the domicile of who brought it. */
@ApplicationScoped
public class Wallets {

    private static final String NOWHERE = "ZZ";

    private final WalletEstimates estimates;
    private final Revenues revenues;
    private final Clients clients;
    private final FxRates rates;

    Wallets(WalletEstimates estimates, Revenues revenues, Clients clients, FxRates rates) {
        this.estimates = estimates;
        this.revenues = revenues;
        this.clients = clients;
        this.rates = rates;
    }

    /**
     * The share of wallet of some clients together, by our revenue of the twelve whole months before {@code on}.
     *
     * @param on day of the rates; today for none
     * @throws io.clientele.platform.problem.ProblemException 422 {@code fx-rate-missing}
     */
    public ShareOfWallet of(Collection<String> clientIds, Currency currency, @Nullable LocalDate on) {
        FxTable fx = rates.on(on);
        LocalDate thisMonth = fx.on().withDayOfMonth(1);
        Map<String, String> domiciles = new HashMap<>();
        for (Client client : clients.list("clientId in ?1", clientIds)) {
            domiciles.put(client.clientId(), Objects.requireNonNullElse(client.domicile(), NOWHERE));
        }
        Map<ShareOfWallet.Place, Money> ours = new HashMap<>();
        for (RevenueFact fact : revenues.of(clientIds, thisMonth.minusMonths(12), thisMonth.minusDays(1))) {
            ours.merge(
                    new ShareOfWallet.Place(fact.productLine(), domiciles.getOrDefault(fact.clientId(), NOWHERE)),
                    fx.convert(fact.amount(), currency),
                    Money::plus);
        }
        return ShareOfWallet.of(
                estimates.of(clientIds).stream().map(WalletEstimate::terms).toList(), ours, fx, currency);
    }
}
