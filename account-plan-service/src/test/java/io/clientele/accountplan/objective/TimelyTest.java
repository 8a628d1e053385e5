package io.clientele.accountplan.objective;

import static io.clientele.accountplan.objective.Goals.SOUND;
import static io.clientele.accountplan.objective.Goals.YEAR_2026;
import static io.clientele.accountplan.objective.Goals.milestone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TimelyTest {

    private final Timely rule = new Timely();

    @Test
    void passesWithAMilestoneEveryQuarterUntilThePlanEnds() {
        assertThat(codes(terms -> {})).isEmpty();
    }

    @Test
    void missesStartAndDue() {
        assertThat(codes(terms -> terms.startOn = null)).containsExactly("start-missing");
        assertThat(codes(terms -> terms.dueOn = null)).containsExactly("due-missing");
    }

    @Test
    void startsBeforeItIsDue() {
        assertThat(codes(terms -> shortOne(terms, "2026-12-31", "2026-12-31"))).containsExactly("due-not-after-start");
        assertThat(codes(terms -> shortOne(terms, "2026-12-30", "2026-12-31"))).isEmpty();
    }

    @Test
    void isDueWithinThePlan() {
        assertThat(codes(terms -> shortOne(terms, "2026-12-01", "2026-12-31"))).isEmpty();
        assertThat(codes(terms -> shortOne(terms, "2026-12-01", "2027-01-01"))).containsExactly("due-after-plan-end");
    }

    @Test
    void needsNoMilestoneForUpToThreeMonths() {
        assertThat(codes(terms -> shortOne(terms, "2026-01-01", "2026-04-01"))).isEmpty();
        assertThat(codes(terms -> shortOne(terms, "2026-01-01", "2026-04-02")))
                .containsExactly("milestones-too-sparse");
    }

    @Test
    void takesQuarterEndsAsAQuarterApart() {
        assertThat(codes(terms -> shortOne(terms, "2026-09-30", "2026-12-31"))).isEmpty();
        assertThat(codes(terms -> shortOne(terms, "2026-02-28", "2026-05-31"))).isEmpty();
        assertThat(codes(terms -> shortOne(terms, "2026-02-28", "2026-06-01")))
                .containsExactly("milestones-too-sparse");
        assertThat(codes(terms -> shortOne(terms, "2026-09-29", "2026-12-30")))
                .containsExactly("milestones-too-sparse");
    }

    @Test
    void findsTheQuarterWithoutAMilestoneAnywhere() {
        assertThat(codes(terms -> terms.milestones =
                        List.of(milestone("2026-04-02"), milestone("2026-07-01"), milestone("2026-10-01"))))
                .containsExactly("milestones-too-sparse");
        assertThat(codes(terms -> terms.milestones = List.of(milestone("2026-04-01"), milestone("2026-10-01"))))
                .containsExactly("milestones-too-sparse");
        assertThat(codes(terms -> terms.milestones =
                        List.of(milestone("2026-10-01"), milestone("2026-04-01"), milestone("2026-07-01"))))
                .isEmpty();
    }

    @Test
    void keepsMilestonesAfterTheStartAndNoLaterThanDue() {
        assertThat(codes(terms -> {
                    shortOne(terms, "2026-01-01", "2026-03-01");
                    terms.milestones = List.of(milestone("2026-01-02"), milestone("2026-03-01"));
                }))
                .isEmpty();
        assertThat(codes(terms -> {
                    shortOne(terms, "2026-01-01", "2026-03-01");
                    terms.milestones = List.of(milestone("2026-01-01"));
                }))
                .containsExactly("milestone-outside");
        assertThat(codes(terms -> {
                    shortOne(terms, "2026-01-01", "2026-03-01");
                    terms.milestones = List.of(milestone("2026-03-02"));
                }))
                .containsExactly("milestone-outside");
    }

    private static void shortOne(Terms terms, String start, String due) {
        terms.startOn = LocalDate.parse(start);
        terms.dueOn = LocalDate.parse(due);
        terms.milestones = List.of();
    }

    private List<String> codes(Consumer<Terms> change) {
        return rule.findings(Terms.but(SOUND, change), YEAR_2026).stream()
                .map(Finding::code)
                .toList();
    }
}
