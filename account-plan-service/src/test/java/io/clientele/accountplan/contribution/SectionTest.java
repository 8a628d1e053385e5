package io.clientele.accountplan.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Money;
import org.junit.jupiter.api.Test;

class SectionTest {

    private static final Section SIGNED =
            new Section("Two accounts.", "Pooling from May.", Money.of("250000.00", "EUR"));

    @Test
    void spacesAndLineBreaksAreNoMaterialChange() {
        assertThat(new Section(" Two   accounts. ", "Pooling\nfrom May.\n", Money.of("250000", "EUR"))
                        .differsMateriallyFrom(SIGNED))
                .isFalse();
    }

    @Test
    void aChangedWordIs() {
        assertThat(new Section("Two accounts.", "Pooling from June.", SIGNED.expectedRevenue())
                        .differsMateriallyFrom(SIGNED))
                .isTrue();
        assertThat(new Section(null, "Pooling from May.", SIGNED.expectedRevenue()).differsMateriallyFrom(SIGNED))
                .isTrue();
    }

    @Test
    void aChangedFigureIs() {
        assertThat(new Section("Two accounts.", "Pooling from May.", Money.of("250000.01", "EUR"))
                        .differsMateriallyFrom(SIGNED))
                .isTrue();
        assertThat(new Section("Two accounts.", "Pooling from May.", null).differsMateriallyFrom(SIGNED))
                .isTrue();
    }
}
