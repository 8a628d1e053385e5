package io.clientele.loyalty.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Drives the ledger's SQL functions with 100,000 random operations, duplicates and late deliveries among them, beside a model
 * that replays lots in plain Java: no difference in any outcome, balance or lot, and the books agree.
 */
class LedgerModelTest {

    private static @Nullable LedgerOnPostgres server;

    @BeforeContainer
    static void start() {
        server = new LedgerOnPostgres();
    }

    @AfterContainer
    static void booksAgree() {
        assertThat(Objects.requireNonNull(server).differences()).isZero();
    }

    @Provide
    Arbitrary<List<Operation>> histories() {
        return Operation.histories(200);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void doesWhatLotsSay(@ForAll("histories") List<Operation> history) {
        LedgerOnPostgres ledger = Objects.requireNonNull(server);
        ledger.inOneTransaction(() -> {
            LedgerRun run = new LedgerRun(ledger);
            history.forEach(run::step);
            run.end();
        });
    }
}
