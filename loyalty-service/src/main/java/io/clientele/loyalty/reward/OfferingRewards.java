package io.clientele.loyalty.reward;

import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the catalogue of a programme. */
@ApplicationScoped
public class OfferingRewards {

    private final Programmes programmes;
    private final Rewards rewards;
    private final Stock stock;
    private final CurrentWork work;
    private final Clock clock;

    OfferingRewards(Programmes programmes, Rewards rewards, Stock stock, CurrentWork work, Clock clock) {
        this.programmes = programmes;
        this.rewards = rewards;
        this.stock = stock;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Offers a new reward.
     *
     * @param units stock; null for no limit
     * @throws ProblemException 422 {@code currency-unknown} when no version of the programme has the currency
     */
    @Transactional(TxType.MANDATORY)
    public Reward offer(UUID programmeId, Reward.Offer offer, @Nullable Long units) {
        requireCurrency(programmes.get(programmeId), offer.currency());
        Reward reward = new Reward(programmeId, offer, work.caller().id(), clock.instant());
        rewards.persistAndFlush(reward);
        if (units != null) {
            stock.limit(reward.id(), units);
        }
        return reward;
    }

    /** Changes an offer. */
    @Transactional(TxType.MANDATORY)
    public Reward revise(UUID programmeId, UUID id, IfMatch ifMatch, Reward.Offer offer) {
        Reward reward = current(programmeId, id, ifMatch);
        requireCurrency(programmes.get(programmeId), offer.currency());
        reward.revise(offer);
        rewards.flush();
        return reward;
    }

    /** Withdraws a reward. */
    @Transactional(TxType.MANDATORY)
    public Reward withdraw(UUID programmeId, UUID id, IfMatch ifMatch) {
        Reward reward = current(programmeId, id, ifMatch);
        reward.withdraw();
        rewards.flush();
        return reward;
    }

    /** Adds to the stock, or takes from it when negative. */
    @Transactional(TxType.MANDATORY)
    public Reward changeStock(UUID programmeId, UUID id, long units) {
        Reward reward = rewards.get(programmeId, id);
        stock.change(id, units);
        return reward;
    }

    private Reward current(UUID programmeId, UUID id, IfMatch ifMatch) {
        Reward reward = rewards.get(programmeId, id);
        ifMatch.check(reward);
        return reward;
    }

    private static void requireCurrency(LoyaltyProgramme programme, String currency) {
        boolean known = programme.versions().stream()
                .anyMatch(version -> version.terms().currencyCodes().contains(currency));
        if (!known) {
            throw ProblemException.ruleViolated(
                    "currency-unknown",
                    "The programme has no such currency of points.",
                    new FieldError("/currency", "is a currency of the programme"));
        }
    }
}
