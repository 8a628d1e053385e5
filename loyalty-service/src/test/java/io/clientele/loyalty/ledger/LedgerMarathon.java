package io.clientele.loyalty.ledger;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * {@link LedgerModelTest} over 10,000,000 operations. No test of every build: {@code benchmarks/loyalty-model} runs it.
 */
class LedgerMarathon {

    private static @Nullable LedgerOnPostgres server;

    @BeforeContainer
    static void start() {
        server = new LedgerOnPostgres();
    }

    @Provide
    Arbitrary<List<Operation>> histories() {
        return Operation.histories(400);
    }

    @Property(tries = 25_000, shrinking = ShrinkingMode.BOUNDED)
    void doesWhatLotsSay(@ForAll("histories") List<Operation> history) {
        LedgerOnPostgres ledger = Objects.requireNonNull(server);
        ledger.inOneTransaction(() -> {
            LedgerRun run = new LedgerRun(ledger);
            history.forEach(run::step);
            run.end();
        });
    }
}
