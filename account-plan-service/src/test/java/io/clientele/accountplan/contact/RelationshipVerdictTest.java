package io.clientele.accountplan.contact;

import static io.clientele.accountplan.contact.DecisionRole.APPROVER;
import static io.clientele.accountplan.contact.DecisionRole.DECISION_MAKER;
import static io.clientele.accountplan.contact.DecisionRole.INFLUENCER;
import static io.clientele.accountplan.contact.DecisionRole.USER;
import static io.clientele.accountplan.contact.Disposition.FRIENDLY;
import static io.clientele.accountplan.contact.Disposition.NEUTRAL;
import static io.clientele.accountplan.contact.Disposition.OPPONENT;
import static io.clientele.accountplan.contact.Disposition.SCEPTICAL;
import static io.clientele.accountplan.contact.Disposition.SUPPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelationshipVerdictTest {

    @Test
    void isRedWithoutASupportiveKeyPlayer() {
        assertThat(verdict()).isEqualTo(RelationshipVerdict.RED);
        assertThat(verdict(player(DECISION_MAKER, NEUTRAL), player(USER, SUPPORTER)))
                .isEqualTo(RelationshipVerdict.RED);
    }

    @Test
    void isAmberWhileNobodyWhoDecidesSupportsUs() {
        assertThat(verdict(player(INFLUENCER, SUPPORTER), player(DECISION_MAKER, NEUTRAL)))
                .isEqualTo(RelationshipVerdict.AMBER);
    }

    @Test
    void isGreenWithADecisiveSupporterAndNoDecisiveOpponent() {
        assertThat(verdict(player(APPROVER, FRIENDLY), player(DECISION_MAKER, SCEPTICAL)))
                .isEqualTo(RelationshipVerdict.GREEN);
        assertThat(verdict(player(APPROVER, FRIENDLY), player(DECISION_MAKER, OPPONENT)))
                .isEqualTo(RelationshipVerdict.AMBER);
        assertThat(verdict(player(APPROVER, FRIENDLY), player(INFLUENCER, OPPONENT)))
                .isEqualTo(RelationshipVerdict.GREEN);
    }

    private static RelationshipVerdict verdict(RelationshipVerdict.Player... players) {
        return RelationshipVerdict.of(List.of(players));
    }

    private static RelationshipVerdict.Player player(DecisionRole role, Disposition disposition) {
        return new RelationshipVerdict.Player(role, disposition);
    }
}
