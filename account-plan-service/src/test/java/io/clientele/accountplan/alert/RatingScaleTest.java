package io.clientele.accountplan.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a rating asks for attention. */
class RatingScaleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final RatingScale scale = new RatingScale(List.of("A", "B", "C"));

    @Test
    void onlyAWorseRatingDoes() {
        assertThat(scale.isDown(rated("B", TODAY), "A", TODAY)).isTrue();
        assertThat(scale.isDown(rated("A", TODAY), "B", TODAY)).isFalse();
        assertThat(scale.isDown(rated("B", TODAY), null, TODAY)).isFalse();
        assertThat(scale.isDown(rated(null, TODAY), "A", TODAY)).isFalse();
        assertThat(scale.isDown(rated("C", TODAY), "unheard of", TODAY)).isFalse();
    }

    @Test
    void forNinetyDays() {
        assertThat(scale.isDown(rated("B", TODAY.minusDays(90)), "A", TODAY)).isTrue();
        assertThat(scale.isDown(rated("B", TODAY.minusDays(91)), "A", TODAY)).isFalse();
        assertThat(scale.isDown(rated("B", null), "A", TODAY)).isFalse();
    }

    private static CreditPosition rated(@Nullable String rating, @Nullable LocalDate on) {
        Money some = Money.of("1.00", "EUR");
        return new CreditPosition(
                "F-1",
                "C-1",
                null,
                "overdraft",
                some,
                some,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                rating,
                on,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Instant.EPOCH,
                "test");
    }
}
