package io.clientele.loyalty;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.terms;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.testing.conformance.AuthorizationConformance;
import jakarta.inject.Inject;
import java.util.Map;

@LoyaltyTest
class AuthorizationTest extends AuthorizationConformance {

    @Inject
    Bank bank;

    @Override
    protected Book book() {
        String programme = activeProgramme(
                terms(
                        "Tiered",
                        "",
                        ",\"tiers\":{\"currency\":\"POINTS\",\"tiers\":[{\"key\":\"silver\",\"name\":\"Silver\",\"threshold\":10}]}"));
        String member = enrolled(programme, bank.clientOf("rita.of.the.book"));
        return new Book(
                "rita.of.the.book",
                Map.of("memberId", member.substring(member.lastIndexOf('/') + 1)),
                Map.of("programmeId", programme));
    }
}
