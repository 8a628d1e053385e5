package io.clientele.accountplan.keyaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.clients.KycStatus;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who gets through the gates. */
class GatesTest {

    private static final UUID EXPORTERS = new UUID(0, 1);

    @Test
    void anEmptyGateLetsEverybodyThrough() {
        assertThat(passes(Chosen.OPEN, client("rm", null, null, null))).isTrue();
    }

    @Test
    void nobodyPassesWithoutAManager() {
        assertThat(passes(Chosen.OPEN, client(null, "gold", "VERIFIED", "CZ"))).isFalse();
    }

    @Test
    void everyGateThatIsSetHasToBePassed() {
        Gates gates = new Gates(Set.of("gold"), Set.of(EXPORTERS), Set.of(KycStatus.VERIFIED), Set.of("CZ", "SG"));

        assertThat(passes(gates, client("rm", "gold", "VERIFIED", "SG", EXPORTERS)))
                .isTrue();
        assertThat(passes(gates, client("rm", "silver", "VERIFIED", "SG", EXPORTERS)))
                .isFalse();
        assertThat(passes(gates, client("rm", "gold", "EXPIRED", "SG", EXPORTERS)))
                .isFalse();
        assertThat(passes(gates, client("rm", "gold", "VERIFIED", "DE", EXPORTERS)))
                .isFalse();
        assertThat(passes(gates, client("rm", "gold", "VERIFIED", "SG", new UUID(0, 2))))
                .isFalse();
    }

    @Test
    void whatIsNotKnownPassesNoGate() {
        Gates kyc = new Gates(Set.of(), Set.of(), Set.of(KycStatus.VERIFIED), Set.of());

        assertThat(passes(kyc, client("rm", "gold", null, "CZ"))).isFalse();
    }

    private static boolean passes(Gates gates, Candidate client) {
        return gates.findings(client).stream().allMatch(Gates.Finding::passed);
    }

    private static Candidate client(
            @Nullable String manager,
            @Nullable String tier,
            @Nullable String kyc,
            @Nullable String country,
            UUID... segments) {
        return new Candidate(
                "A", manager, tier, kyc, country, Set.of(segments), Map.of(), Map.of(), false, false, null);
    }
}
