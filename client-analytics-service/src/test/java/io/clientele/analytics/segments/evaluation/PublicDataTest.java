package io.clientele.analytics.segments.evaluation;

import static io.clientele.analytics.segments.Histories.inPrague;
import static io.clientele.analytics.segments.Histories.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.analytics.segments.PublicData;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real data, with counts made independently of this project. */
class PublicDataTest {

    @Test
    void findsThe523HouseholdPayersOfBerka() {
        Rule rule = rule(PublicData.HOUSEHOLD_ABOVE_5000);

        long members = PublicData.histories().stream()
                .filter(client -> Evaluator.judge(rule, client, inPrague(), PublicData.BERKA_END)
                                .outcome()
                        == Outcome.HOLDS)
                .count();

        assertThat(members).isEqualTo(PublicData.BERKA_MEMBERS);
    }

    @Test
    void findsThe4674MarriedHomeBuyersWithMoneyOfTheBankMarketingSet() {
        Rule rule = rule("{'and':[{'attribute':{'path':'attributes.marital','eq':'married'}},"
                + "{'attribute':{'path':'attributes.housing','eq':true}},"
                + "{'attribute':{'path':'attributes.balance','gt':'1000'}}]}");

        long members = PublicData.rows("bank-marketing/bank-full.csv")
                .map(row -> new ClientHistory(
                        "",
                        Map.of(
                                "attributes.marital",
                                new Value.Text(row.get("marital")),
                                "attributes.housing",
                                new Value.Flag(row.get("housing").equals("yes")),
                                "attributes.balance",
                                new Value.Decimal(new BigDecimal(row.get("balance")))),
                        List.of(),
                        Map.of()))
                .filter(client -> Evaluator.judge(rule, client, inPrague(), PublicData.BERKA_END)
                                .outcome()
                        == Outcome.HOLDS)
                .count();

        assertThat(members).isEqualTo(4_674);
    }
}
