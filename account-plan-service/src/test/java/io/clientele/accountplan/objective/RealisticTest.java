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

    private List<String> codes(Consumer<Terms> change) {
        return rule.findings(Terms.but(SOUND, change), YEAR_2026).stream()
                .map(Finding::code)
                .toList();
    }
}
