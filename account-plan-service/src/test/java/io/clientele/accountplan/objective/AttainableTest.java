package io.clientele.accountplan.objective;

import static io.clientele.accountplan.objective.Goals.SOUND;
import static io.clientele.accountplan.objective.Goals.YEAR_2026;
import static io.clientele.accountplan.objective.Goals.measured;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Money;
import io.clientele.contracts.accountplans.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AttainableTest {

    private final Attainable rule = new Attainable(new BigDecimal("2"));

    /** 10 % in the year before, 365 days; the plan runs 365 days from 110, so 20 % more, 132, is exactly twice the growth. */
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static final LocalDate A_YEAR_LATER = START.plusDays(365);

    @Test
    void passesUpToTheMultipleOfTheGrowthSoFar() {
        assertThat(codes(terms -> {
                    terms.dueOn = A_YEAR_LATER;
                    terms.target = new BigDecimal("132");
                }))
                .isEmpty();
    }

    @Test
    void failsJustAboveTheMultiple() {
        assertThat(codes(terms -> {
                    terms.dueOn = A_YEAR_LATER;
                    terms.target = new BigDecimal("132.000001");
                }))
                .containsExactly("growth-above-history");
    }

    @Test
    void judgesThePaceNotTheDistance() {
        assertThat(codes(terms -> {
                    terms.dueOn = START.plusDays(182);
                    terms.target = new BigDecimal("121");
                }))
                .containsExactly("growth-above-history");
        assertThat(codes(terms -> {
                    terms.dueOn = START.plusDays(183);
                    terms.target = new BigDecimal("121");
                }))
                .isEmpty();
    }

    @Test
    void judgesADecreaseByTheDecreaseSoFar() {
        Consumer<Terms> falling = terms -> {
            terms.direction = Direction.DECREASE;
            terms.history = measured("100", "2025-01-01");
            terms.baseline = measured("90", "2026-01-01");
            terms.dueOn = A_YEAR_LATER;
        };
        assertThat(codes(falling.andThen(terms -> terms.target = new BigDecimal("72"))))
                .isEmpty();
        assertThat(codes(falling.andThen(terms -> terms.target = new BigDecimal("71.999999"))))
                .containsExactly("growth-above-history");
    }

    @Test
    void countsGrowthTheOtherWayAsNone() {
        assertThat(codes(terms -> terms.history = measured("120", "2025-01-01")))
                .containsExactly("growth-above-history");
    }

    @Test
    void failsWithoutAnEarlierMeasurement() {
        assertThat(codes(terms -> terms.history = null)).containsExactly("history-missing");
        assertThat(codes(terms -> terms.history = measured("100", null))).containsExactly("history-missing");
        assertThat(codes(terms -> terms.history = measured("0", "2025-01-01"))).containsExactly("history-missing");
        assertThat(codes(terms -> terms.history = measured("100", "2026-01-01")))
                .containsExactly("history-missing");
    }

    @Test
    void failsWhereGrowthCannotBeTold() {
        assertThat(codes(terms -> terms.baseline = measured("0", "2026-01-01"))).containsExactly("growth-unknown");
        assertThat(codes(terms -> terms.target = null)).containsExactly("growth-unknown");
        assertThat(codes(terms -> terms.dueOn = null)).containsExactly("growth-unknown");
    }

    @Test
    void aMultipleOfOneAllowsThePaceSoFar() {
        Attainable strict = new Attainable(BigDecimal.ONE);
        ObjectiveTerms samePace = Terms.but(SOUND, terms -> {
            terms.dueOn = A_YEAR_LATER;
            terms.target = new BigDecimal("121");
        });

        assertThat(strict.findings(samePace, YEAR_2026)).isEmpty();
        assertThat(strict.findings(Terms.but(samePace, terms -> terms.target = new BigDecimal("121.01")), YEAR_2026))
                .hasSize(1);
    }

    @Test
    void passesUpToTheHeadroomOfTheWallet() {
        ObjectiveTerms ambitious = Terms.but(SOUND, terms -> terms.target = new BigDecimal("200"));

        assertThat(codes(ambitious, Money.of("90000.00", "EUR"))).isEmpty();
        assertThat(codes(ambitious, Money.of("89999.99", "EUR")))
                .containsExactly("growth-above-history", "headroom-exceeded");
    }

    @Test
    void headroomServesWhereThereIsNoHistory() {
        assertThat(codes(Terms.but(SOUND, terms -> terms.history = null), Money.of("21000.00", "EUR")))
                .isEmpty();
    }

    @Test
    void headroomSaysNothingOfOtherCurrenciesPlacesAndUnits() {
        ObjectiveTerms ambitious = Terms.but(SOUND, terms -> terms.target = new BigDecimal("200"));

        assertThat(codes(ambitious, Money.of("90000.00", "USD"))).containsExactly("growth-above-history");
        assertThat(codes(Terms.but(ambitious, terms -> terms.geography = "SK"), Money.of("90000.00", "EUR")))
                .containsExactly("growth-above-history");
        assertThat(codes(Terms.but(ambitious, terms -> terms.unit = "accounts"), Money.of("90000.00", "EUR")))
                .containsExactly("growth-above-history");
    }

    private List<String> codes(ObjectiveTerms terms, Money headroom) {
        return rule.findings(terms, Goals.around(headroom, false)).stream()
                .map(Finding::code)
                .toList();
    }

    private List<String> codes(Consumer<Terms> change) {
        return rule.findings(Terms.but(SOUND, change), YEAR_2026).stream()
                .map(Finding::code)
                .toList();
    }
}
