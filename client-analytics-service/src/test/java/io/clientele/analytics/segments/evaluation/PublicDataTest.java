package io.clientele.analytics.segments.evaluation;

import static io.clientele.analytics.segments.Histories.inPrague;
import static io.clientele.analytics.segments.Histories.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.analytics.segments.Histories;
import io.clientele.analytics.segments.PublicData;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void the4674MarriedHomeOwnersWithMoreThan1000MatchTheRule() {
        assertThat(callsWhere("{'and':[{'attribute':{'path':'attributes.marital','eq':'married'}},"
                        + "{'attribute':{'path':'attributes.housing','eq':'yes'}},"
                        + "{'attribute':{'path':'attributes.balance','gt':'1000'}}]}"))
                .hasSize(4_674);
    }

    @ParameterizedTest
    @CsvSource({"success, 0.647253", "unknown, 0.091615"})
    void theResponseByPreviousOutcomeIsThePublishedRate(String outcome, String rate) {
        List<PublicData.Row> called = callsWhere("{'attribute':{'path':'attributes.poutcome','eq':'" + outcome + "'}}");
        long took = called.stream().filter(row -> row.get("y").equals("yes")).count();

        assertThat(BigDecimal.valueOf(took).divide(BigDecimal.valueOf(called.size()), 6, RoundingMode.HALF_EVEN))
                .isEqualTo(new BigDecimal(rate));
    }

    private static List<PublicData.Row> callsWhere(String rule) {
        Rule parsed = Histories.rule(rule);
        return PublicData.rows("bank-marketing/bank-full.csv")
                .filter(row -> Evaluator.judge(parsed, called(row), Histories.inPrague(), PublicData.BERKA_END)
                                .outcome()
                        == Outcome.HOLDS)
                .toList();
    }

    private static ClientHistory called(PublicData.Row row) {
        Map<String, Value> fields = new HashMap<>();
        row.values().forEach((name, value) -> fields.put("attributes." + name, new Value.Text(value)));
        return new ClientHistory("client", fields, List.of(), Map.of());
    }
}
