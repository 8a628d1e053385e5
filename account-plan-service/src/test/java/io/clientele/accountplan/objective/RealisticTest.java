package io.clientele.accountplan.objective;

import static io.clientele.accountplan.objective.Goals.SOUND;
import static io.clientele.accountplan.objective.Goals.YEAR_2026;
import static io.clientele.accountplan.objective.Goals.budget;
import static io.clientele.accountplan.objective.Goals.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RealisticTest {

    private final Realistic rule = new Realistic();

    @Test
    void passesLinkedToABudgetLineOrAPriority() {
        assertThat(codes(terms -> {})).isEmpty();
        assertThat(codes(terms -> {
                    terms.budgetLine = null;
                    terms.priorityId = UUID.randomUUID();
                }))
                .isEmpty();
    }

    @Test
    void failsLinkedToNeither() {
        assertThat(codes(terms -> terms.budgetLine = null)).containsExactly("link-missing");
    }

    @Test
    void failsWithoutAPerson() {
        assertThat(codes(terms -> terms.resources = List.of(budget()))).containsExactly("people-missing");
    }

    @Test
    void takesTheMoneyFromTheBudgetLineOrABudget() {
        assertThat(codes(terms -> terms.resources = List.of(person()))).isEmpty();
        assertThat(codes(terms -> {
                    terms.budgetLine = null;
                    terms.priorityId = UUID.randomUUID();
                    terms.resources = List.of(person());
                }))
                .containsExactly("budget-missing");
    }

    @Test
    void servesTheReturnGapWhileThereIsOne() {
        ObjectiveTerms closing = Terms.but(SOUND, terms -> {
            terms.budgetLine = null;
            terms.closesReturnGap = true;
        });

        assertThat(rule.findings(closing, Goals.around(null, true))).isEmpty();
        assertThat(rule.findings(closing, Goals.around(null, false)))
                .extracting(Finding::code)
                .containsExactly("return-gap-closed");
    }

    @Test
    void everyPrerequisiteHasToExist() {
        UUID known = UUID.randomUUID();
        ObjectiveTerms waiting = Terms.but(SOUND, terms -> terms.prerequisiteIds = List.of(known));

        assertThat(rule.findings(waiting, Goals.around(null, false, known))).isEmpty();
        assertThat(rule.findings(waiting, Goals.around(null, false, UUID.randomUUID())))
                .extracting(Finding::code)
                .containsExactly("prerequisite-unknown");
    }

    private List<String> codes(Consumer<Terms> change) {
        return rule.findings(Terms.but(SOUND, change), YEAR_2026).stream()
                .map(Finding::code)
                .toList();
    }
}
