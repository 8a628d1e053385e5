package io.clientele.accountplan.opportunity;

import static io.clientele.contracts.accountplans.OpportunityStage.LOST;
import static io.clientele.contracts.accountplans.OpportunityStage.PRE_RFP;
import static io.clientele.contracts.accountplans.OpportunityStage.RFP;
import static io.clientele.contracts.accountplans.OpportunityStage.SHORTLISTED;
import static io.clientele.contracts.accountplans.OpportunityStage.SUSPECTED;
import static io.clientele.contracts.accountplans.OpportunityStage.WITHDRAWN;
import static io.clientele.contracts.accountplans.OpportunityStage.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contracts.accountplans.OpportunityStage;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageRulesTest {

    @Test
    void goesOneStepOnAtATime() {
        assertThat(StageRules.next(SUSPECTED)).contains(PRE_RFP).doesNotContain(RFP, SHORTLISTED, WON);
        assertThat(StageRules.next(PRE_RFP)).contains(RFP).doesNotContain(SUSPECTED, SHORTLISTED, WON);
        assertThat(StageRules.next(RFP)).contains(SHORTLISTED).doesNotContain(PRE_RFP, WON);
        assertThat(StageRules.next(SHORTLISTED)).contains(WON).doesNotContain(RFP);
    }

    @Test
    void isLostOrWithdrawnFromEveryOpenStage() {
        for (OpportunityStage stage : List.of(SUSPECTED, PRE_RFP, RFP, SHORTLISTED)) {
            assertThat(StageRules.next(stage)).contains(LOST, WITHDRAWN);
            assertThat(StageRules.isOpen(stage)).isTrue();
        }
    }

    @Test
    void isOverOnceDecided() {
        for (OpportunityStage stage : List.of(WON, LOST, WITHDRAWN)) {
            assertThat(StageRules.isOpen(stage)).isFalse();
            assertThatThrownBy(() -> StageRules.check(stage, PRE_RFP)).hasMessageContaining(stage.name());
        }
    }
}
