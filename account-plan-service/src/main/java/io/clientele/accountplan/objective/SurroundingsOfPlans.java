package io.clientele.accountplan.objective;

import io.clientele.accountplan.groups.Groups;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.returns.Returns;
import io.clientele.accountplan.wallet.ShareOfWallet;
import io.clientele.accountplan.wallet.Wallets;
import io.clientele.contracts.Money;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks up what objectives are judged against, of one plan at a time: only what is asked for, and that once. */
@ApplicationScoped
class SurroundingsOfPlans {

    private final Groups groups;
    private final Wallets wallets;
    private final Returns returns;
    private final FxRates rates;
    private final EntityManager entities;

    SurroundingsOfPlans(Groups groups, Wallets wallets, Returns returns, FxRates rates, EntityManager entities) {
        this.groups = groups;
        this.wallets = wallets;
        this.returns = returns;
        this.rates = rates;
        this.entities = entities;
    }

    /** The surroundings of a plan's objectives as they are now. */
    Surroundings of(AccountPlan plan) {
        Lookup lookup = new Lookup(plan);
        return new Surroundings(plan.period(), lookup::headroom, lookup::hasReturnGap, lookup::hasPrerequisite);
    }

    /** What was looked up already; for one thread. */
    private final class Lookup {

        private final AccountPlan plan;
        private final Map<Currency, Optional<ShareOfWallet>> shares = new HashMap<>();
        private @Nullable List<String> companies;
        private @Nullable Set<UUID> prerequisites;
        private @Nullable Boolean returnGap;

        Lookup(AccountPlan plan) {
            this.plan = plan;
        }

        @Nullable
        Money headroom(String productLine, String geography, Currency currency) {
            ShareOfWallet.Place place = new ShareOfWallet.Place(productLine, geography);
            return shares.computeIfAbsent(currency, this::share)
                    .flatMap(share -> share.cells().stream()
                            .filter(cell -> cell.place().equals(place))
                            .filter(cell -> cell.wallet().amount().signum() > 0)
                            .map(ShareOfWallet.Slot::whiteSpace)
                            .findFirst())
                    .orElse(null);
        }

        private Optional<ShareOfWallet> share(Currency currency) {
            try {
                return Optional.of(wallets.of(companies(), currency, null));
            } catch (ProblemException noRate) {
                // what cannot be converted gives no headroom: history decides
                return Optional.empty();
            }
        }

        boolean hasReturnGap() {
            if (returnGap == null) {
                returnGap = gap();
            }
            return returnGap;
        }

        private boolean gap() {
            try {
                Money gap = returns.of(companies(), rates.referenceCurrency(), null)
                        .gap()
                        .gap();
                return gap != null && gap.amount().signum() > 0;
            } catch (ProblemException noRate) {
                return false;
            }
        }

        boolean hasPrerequisite(UUID id) {
            if (prerequisites == null) {
                prerequisites = new HashSet<>(
                        entities.createQuery("select x.id from Prerequisite x where x.planId = :plan", UUID.class)
                                .setParameter("plan", plan.id())
                                .getResultList());
            }
            return prerequisites.contains(id);
        }

        private List<String> companies() {
            if (companies == null) {
                companies = List.copyOf(groups.under(plan.clientId(), null).clientIds());
            }
            return companies;
        }
    }
}
