package io.clientele.accountplan.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How often a plan is looked through depends on the client's tier. */
class ReviewCadenceTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final ReviewCadence cadence = new ReviewCadence(Period.ofDays(180), Map.of("platinum", Period.ofDays(90)));

    @Test
    void aTierHasItsOwnCadenceAndOthersTheStandard() {
        assertThat(cadence.dueOn("platinum", NEW_YEAR)).isEqualTo("2026-04-01");
        assertThat(cadence.dueOn("silver", NEW_YEAR)).isEqualTo("2026-06-30");
        assertThat(cadence.dueOn(null, NEW_YEAR)).isEqualTo("2026-06-30");
    }

    @Test
    void theLastDayIsNotOverdueYet() {
        LocalDate due = LocalDate.of(2026, 4, 1);
        ReviewStanding standing = new ReviewStanding(new UUID(0, 1), "C-1", "platinum", NEW_YEAR, due, false);

        assertThat(standing.isOverdue(due)).isFalse();
        assertThat(standing.isOverdue(due.plusDays(1))).isTrue();
    }
}
