package io.clientele.accountplan.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.accountplans.CommitmentOrigin;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntiTyingGuardTest {

    @ParameterizedTest
    @CsvSource({
        "CLIENT_REQUIREMENT, payments,        false",
        "EXPECTATION,        payments,        false",
        "BANK_CONDITION,     cash-management, false",
        "BANK_CONDITION,     payments,        true"
    })
    void asksComplianceAboutAConditionOfTheBankOutsideTraditionalProducts(
            CommitmentOrigin origin, String productLine, boolean asks) {
        assertThat(AntiTyingGuard.asksCompliance(origin, productLine, Set.of("lending", "cash-management")))
                .isEqualTo(asks);
    }
}
