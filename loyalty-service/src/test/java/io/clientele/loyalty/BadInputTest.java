package io.clientele.loyalty;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.earns;
import static io.clientele.loyalty.testing.Bank.enrolled;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.testing.conformance.BadInputConformance;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

@LoyaltyTest
class BadInputTest extends BadInputConformance {

    private static Map<String, String> ids = Map.of();

    @Inject
    Bank bank;

    @BeforeEach
    void haveSomethingToSpoil() {
        if (ids.isEmpty()) {
            String programme = activeProgramme();
            String member = enrolled(programme, bank.client());
            earns(member, 1000);
            ids = Map.of(
                    "programmeId", programme,
                    "memberId", member.substring(member.lastIndexOf('/') + 1),
                    "rewardId", Bank.reward(programme, 10, "100"));
        }
    }

    @Override
    protected Map<String, String> ids() {
        return ids;
    }
}
