package io.clientele.accountplan.objective;

import static io.clientele.accountplan.objective.Goals.SOUND;
import static io.clientele.accountplan.objective.Goals.YEAR_2026;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SpecificTest {

    private final Specific rule = new Specific(Set.of("improve", "support"));

    @Test
    void passesWithEntityProductGeographyOwnerAndAPlainVerb() {
        assertThat(rule.findings(SOUND, YEAR_2026)).isEmpty();
    }

    @Test
    void missesWhatIsNotNamed() {
        assertThat(codes(terms -> terms.entity = null)).containsExactly("entity-missing");
        assertThat(codes(terms -> terms.productLine = null)).containsExactly("product-line-missing");
        assertThat(codes(terms -> terms.geography = null)).containsExactly("geography-missing");
        assertThat(codes(terms -> terms.owner = null)).containsExactly("owner-missing");
    }

    @Test
    void refusesAVagueVerbInAnyCaseAndPlace() {
        assertThat(codes(terms -> terms.statement = "Improve the relationship")).containsExactly("vague-verb");
        assertThat(codes(terms -> terms.statement = "We will (improve) things")).containsExactly("vague-verb");
        assertThat(codes(terms -> terms.statement = "IMPROVE and SUPPORT")).containsExactly("vague-verb");
    }

    @Test
    void takesAWordThatOnlyContainsAVagueVerb() {
        assertThat(codes(terms -> terms.statement = "Win the supportive treasurer's mandate, improvement included"))
                .isEmpty();
    }

    private List<String> codes(Consumer<Terms> change) {
        return rule.findings(Terms.but(SOUND, change), YEAR_2026).stream()
                .map(Finding::code)
                .toList();
    }
}
