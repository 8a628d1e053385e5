package io.clientele.loyalty.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
 * that replays lots in plain Java: no difference in any outcome, balance or lot, and the books agree. Two histories happen at
 * a time, each in its own transaction, as they would in the service.
 */
class LedgerModelTest {

    private static @Nullable LedgerOnPostgres one;
    private static @Nullable LedgerOnPostgres other;

    @BeforeContainer
    static void start() {
        one = new LedgerOnPostgres();
        other = new LedgerOnPostgres();
    }

    @AfterContainer
    static void booksAgree() {
        assertThat(Objects.requireNonNull(one).differences()).isZero();
        assertThat(Objects.requireNonNull(other).differences()).isZero();
    }

    @Provide
    Arbitrary<List<Operation>> histories() {
        return Operation.histories(200);
    }

    @Property(tries = 250, shrinking = ShrinkingMode.BOUNDED)
    void doesWhatLotsSay(@ForAll("histories") List<Operation> first, @ForAll("histories") List<Operation> second) {
        CompletableFuture<Void> beside =
                CompletableFuture.runAsync(() -> happens(Objects.requireNonNull(other), second));
        happens(Objects.requireNonNull(one), first);
        try {
            beside.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof AssertionError difference) {
                throw difference;
            }
            throw failed;
        }
    }

    private static void happens(LedgerOnPostgres ledger, List<Operation> history) {
        ledger.inOneTransaction(() -> {
            LedgerRun run = new LedgerRun(ledger);
            history.forEach(run::step);
            run.end();
        });
    }
}
