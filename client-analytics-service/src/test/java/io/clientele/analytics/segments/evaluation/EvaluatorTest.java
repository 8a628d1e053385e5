package io.clientele.analytics.segments.evaluation;

import static io.clientele.analytics.segments.Histories.aClient;
import static io.clientele.analytics.segments.Histories.inPrague;
import static io.clientele.analytics.segments.Histories.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {

    private static final Instant NOON = Instant.parse("1994-03-31T12:00:00Z");
    /** 25 koruna a euro on 1 March and the nine days after, 40 on 10 March and the nine days after; quoted for a day. */
    private static final Inputs WITH_RATES = new Inputs(
            inPrague().zone(),
            Set.of(),
            new References(new Rates(
                    "EUR",
                    9,
                    Map.of(
                            "CZK",
                            Map.of(
                                    LocalDate.of(1994, 2, 1), new BigDecimal("25"),
                                    LocalDate.of(1994, 3, 1), new BigDecimal("25"),
                                    LocalDate.of(1994, 3, 10), new BigDecimal("40"))))));

    private static final String SUM_ABOVE_5000 = "{'events':{'type':'transaction','agg':'sum','field':'amount',"
            + "'currency':'EUR','window':{'last':'P90D'},'gt':'5000'}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'eq':'GOLD'                       | 'GOLD'        | true
            'eq':'GOLD'                       | 'gold'        | false
            'eq':'GOLD'                       | ['X','GOLD']  | true
            'eq':5                            | 5.00          | true
            'eq':5                            | '5.00'        | true
            'eq':'5'                          | 5             | false
            'eq':true                         | true          | true
            'eq':true                         | 'true'        | false
            'ne':'GOLD'                       | 'SILVER'      | true
            'ne':'GOLD'                       | 'GOLD'        | false
            'in':['A','B']                    | 'B'           | true
            'in':['A','B']                    | 'C'           | false
            'notIn':['A','B']                 | 'C'           | true
            'notIn':['A','B']                 | 'A'           | false
            'gt':'1000'                       | 1000          | false
            'gt':'1000'                       | 1000.01       | true
            'gte':'1000'                      | '1000.00'     | true
            'gte':'1000'                      | '999.99'      | false
            'lt':'1000'                       | 1000          | false
            'lt':'1000'                       | 999           | true
            'lte':'1000'                      | 1000          | true
            'lte':'1000'                      | 1000.5        | false
            'gt':'1000'                       | 'much'        | false
            'lte':'1970-01-01'                | '1970-01-01'  | true
            'lte':'1970-01-01'                | '1970-01-02'  | false
            'gt':'1970-01-01'                 | 5             | false
            'between':['10','20']             | 10            | true
            'between':['10','20']             | 20            | true
            'between':['10','20']             | 9.99          | false
            'between':['10','20']             | 20.01         | false
            'between':['1994-01-01','1994-01-31'] | '1994-01-31' | true
            'between':['1994-01-01','1994-01-31'] | '1994-02-01' | false
            'exists':true                     | 'x'           | true
            'exists':false                    | 'x'           | false
            'startsWith':'64'                 | '64.19'       | true
            'startsWith':'64'                 | '46.19'       | false
            'contains':'aha'                  | 'Praha'       | true
            'contains':'aha'                  | 'Brno'        | false
            'hasAny':['A','B']                | ['B','C']     | true
            'hasAny':['A','B']                | ['C']         | false
            'hasAny':['A','B']                | 'A'           | true
            'hasAll':['A','B']                | ['B','A','C'] | true
            'hasAll':['A','B']                | ['A']         | false
            """)
    void testsAFieldOnBothSidesOfItsBoundary(String test, String actual, boolean holds) {
        var client = aClient().with("attributes.x", actual).history();

        var verdict =
                Evaluator.judge(rule("{'attribute':{'path':'attributes.x'," + test + "}}"), client, inPrague(), NOON);

        assertThat(verdict.outcome()).isEqualTo(Outcome.of(holds));
        assertThat(verdict.changesAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'eq':'A'        | false
            'ne':'A'        | true
            'in':['A']      | false
            'notIn':['A']   | true
            'lt':'1'        | false
            'exists':false  | true
            'exists':true   | false
            'hasAny':['A']  | false
            'hasAll':['A']  | false
            """)
    void failsEveryTestOfAnAbsentFieldButTheNegations(String test, boolean holds) {
        var verdict = Evaluator.judge(
                rule("{'attribute':{'path':'tier'," + test + "}}"), aClient().history(), inPrague(), NOON);

        assertThat(verdict.outcome()).isEqualTo(Outcome.of(holds));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'agg':'count','gte':3                    | true  | 3
            'agg':'count','gt':3                     | false | 3
            'agg':'sum','field':'amount','eq':60     | true  | 60
            'agg':'sum','field':'amount','lt':60     | false | 60
            'agg':'sum','field':'amount','lte':60    | true  | 60
            'agg':'avg','field':'amount','eq':20     | true  | 20
            'agg':'avg','field':'amount','gt':20     | false | 20
            'agg':'min','field':'amount','eq':10     | true  | 10
            'agg':'max','field':'amount','gte':30    | true  | 30
            'agg':'max','field':'amount','gt':30     | false | 30
            'agg':'distinct','field':'currency','eq':1 | true | 1
            'agg':'distinct','field':'amount','eq':3 | true  | 3
            'agg':'sum','field':'fee','eq':0         | true  | 0
            """)
    void measuresTheActivitiesOfAType(String measure, boolean holds, BigDecimal measured) {
        var client = aClient()
                .paid("10", "1994-03-01T00:00:00Z")
                .paid("20", "1994-03-02T00:00:00Z")
                .paid("30.00", "1994-03-03T00:00:00Z")
                .did("login", "1994-03-04T00:00:00Z", "{'amount':'1000'}")
                .history();

        var verdict = (Verdict.OfEvents)
                Evaluator.judge(rule("{'events':{'type':'transaction'," + measure + "}}"), client, inPrague(), NOON);

        assertThat(verdict.outcome()).isEqualTo(Outcome.of(holds));
        assertThat(verdict.measured()).isEqualByComparingTo(measured);
        assertThat(verdict.used()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'agg':'count','eq':0                 | true
            'agg':'sum','field':'amount','lt':1  | true
            'agg':'distinct','field':'x','eq':0  | true
            'agg':'avg','field':'amount','lt':1  | false
            'agg':'min','field':'amount','lt':1  | false
            'agg':'max','field':'amount','lt':1  | false
            """)
    void measuresNothingAsZeroOrAsNoValue(String measure, boolean holds) {
        var verdict = Evaluator.judge(
                rule("{'events':{'type':'transaction'," + measure + "}}"),
                aClient().history(),
                inPrague(),
                NOON);

        assertThat(verdict.outcome()).isEqualTo(Outcome.of(holds));
    }

    @Test
    void countsOnlyActivitiesThatMatchWhere() {
        var client = aClient()
                .did("transaction", "1994-03-01T00:00:00Z", "{'category':'FX','amount':100}")
                .did("transaction", "1994-03-01T00:00:00Z", "{'category':'CARD','amount':10}")
                .did("transaction", "1994-03-01T00:00:00Z", "{'amount':1}")
                .history();

        var verdict = (Verdict.OfEvents) Evaluator.judge(
                rule(
                        "{'events':{'type':'transaction','where':{'or':[{'attribute':{'path':'category','eq':'FX'}},"
                                + "{'not':{'attribute':{'path':'category','exists':true}}}]},'agg':'sum','field':'amount','gt':0}}"),
                client,
                inPrague(),
                NOON);

        assertThat(verdict.measured()).isEqualByComparingTo("101");
    }

    @Test
    void anActivityLeavesItsWindowOnTheSecondAndNotBefore() {
        var client = aClient()
                .paid("5000", "1994-01-01T11:00:00Z")
                .paid("0.01", "1994-01-02T11:00:00Z")
                .history();
        // noon in Prague, in winter and in summer time
        Instant leaves = Instant.parse("1994-04-01T10:00:00Z");

        var before = Evaluator.judge(rule(SUM_ABOVE_5000), client, inPrague(), leaves.minusNanos(1_000));
        var after = Evaluator.judge(rule(SUM_ABOVE_5000), client, inPrague(), leaves);

        assertThat(before.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(before.changesAt()).isEqualTo(leaves);
        assertThat(after.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(after.changesAt()).isNull();
    }

    @Test
    void anActivityCountsFromTheInstantItHappened() {
        var client = aClient().paid("5000.01", "1994-03-31T12:00:00Z").history();

        var before = Evaluator.judge(rule(SUM_ABOVE_5000), client, inPrague(), NOON.minusNanos(1_000));
        var then = Evaluator.judge(rule(SUM_ABOVE_5000), client, inPrague(), NOON);

        assertThat(before.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(before.changesAt()).isEqualTo(NOON);
        assertThat(then.outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void saysWhenTheAnswerChangesAndNotWhenAnyActivityMoves() {
        var client = aClient()
                .paid("9000", "1994-03-01T00:00:00Z")
                .paid("1", "1994-02-01T00:00:00Z")
                .paid("1", "1994-01-20T00:00:00Z")
                .history();

        var verdict = Evaluator.judge(rule(SUM_ABOVE_5000), client, inPrague(), NOON);

        assertThat(verdict.changesAt()).isEqualTo(Instant.parse("1994-05-29T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "1993-12-31T22:59:59Z, false",
        "1993-12-31T23:00:00Z, true",
        "1994-03-31T21:59:59Z, true",
        "1994-03-31T22:00:00Z, false"
    })
    void aFixedWindowOfDaysFollowsTheBanksCalendar(String paidAt, boolean counts) {
        var client = aClient().paid("1", paidAt).history();

        var verdict = Evaluator.judge(
                rule(
                        "{'events':{'type':'transaction','agg':'count','window':{'from':'1994-01-01','to':'1994-04-01'},'eq':1}}"),
                client,
                inPrague(),
                Instant.parse("1994-05-01T00:00:00Z"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.of(counts));
    }

    @Test
    void anAmountInAnotherCurrencyIsAnErrorUntilItLeavesTheWindow() {
        var client = aClient()
                .paid("9000", "1994-03-01T00:00:00Z")
                .did("transaction", "1994-01-10T00:00:00Z", "{'amount':'1','currency':'CZK'}")
                .history();

        var verdict = Evaluator.judge(rule(SUM_ABOVE_5000), client, inPrague(), NOON);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(verdict.errors())
                .containsExactly("activity source-2 is in CZK and there is no rate to EUR for 1994-01-10");
        assertThat(verdict.changesAt()).isEqualTo(Instant.parse("1994-04-09T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'amount':'lots','currency':'EUR'} | 'currency':'EUR', | field amount of activity source-2 is no decimal
            {'amount':'1'}                     | 'currency':'EUR', | activity source-2 is in no stated currency and there is no rate to EUR
            {'amount':'1','currency':'USD'}    |                   | field amount is in several currencies (EUR, USD); the rule must name one
            """)
    void aMeasureThatCannotBeTakenIsAnErrorAndNoZero(String data, String currency, String error) {
        var client = aClient()
                .paid("1", "1994-03-01T00:00:00Z")
                .did("transaction", "1994-03-02T00:00:00Z", data)
                .history();

        var verdict = (Verdict.OfEvents) Evaluator.judge(
                rule("{'events':{'type':'transaction','agg':'sum','field':'amount',"
                        + (currency == null ? "" : currency) + "'gte':0}}"),
                client,
                inPrague(),
                NOON);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(verdict.measured()).isNull();
        assertThat(verdict.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "and, HOLDS, UNDETERMINED, UNDETERMINED",
        "and, FAILS, UNDETERMINED, FAILS",
        "or, HOLDS, UNDETERMINED, HOLDS",
        "or, FAILS, UNDETERMINED, UNDETERMINED",
        "and, HOLDS, HOLDS, HOLDS",
        "and, HOLDS, FAILS, FAILS",
        "or, FAILS, FAILS, FAILS",
        "or, FAILS, HOLDS, HOLDS"
    })
    void anErrorMattersOnlyWhereTheOtherPartsDoNotDecide(String kind, Outcome first, Outcome second, Outcome combined) {
        var client = aClient()
                .with("tier", "'GOLD'")
                .did("transaction", "1994-03-01T00:00:00Z", "{'amount':'x'}")
                .history();

        var verdict = Evaluator.judge(
                rule("{'" + kind + "':[" + leaf(first) + "," + leaf(second) + "]}"), client, inPrague(), NOON);

        assertThat(verdict.outcome()).isEqualTo(combined);
        assertThat(Evaluator.judge(
                                rule("{'not':{'" + kind + "':[" + leaf(second) + "," + leaf(first) + "]}}"),
                                client,
                                inPrague(),
                                NOON)
                        .outcome())
                .isEqualTo(combined.negated());
    }

    @Test
    void productsAreHeldFromTheOpeningDayUntilTheClosingDay() {
        var client = aClient()
                .holding("LOAN", "1994-04-01", "1994-05-01")
                .holding("ACCOUNT", "1993-01-01")
                .history();
        var hasLoan = rule("{'attribute':{'path':'products','hasAny':['LOAN']}}");
        Instant opens = Instant.parse("1994-03-31T22:00:00Z");
        Instant closes = Instant.parse("1994-04-30T22:00:00Z");

        var before = Evaluator.judge(hasLoan, client, inPrague(), opens.minusSeconds(1));
        var open = Evaluator.judge(hasLoan, client, inPrague(), opens);
        var closed = Evaluator.judge(hasLoan, client, inPrague(), closes);

        assertThat(before.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(before.changesAt()).isEqualTo(opens);
        assertThat(open.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(open.changesAt()).isEqualTo(closes);
        assertThat(closed.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(closed.changesAt()).isNull();
    }

    @Test
    void asksForMembershipOfAnotherSegment() {
        UUID other = UUID.randomUUID();
        var member = rule("{'segment':{'id':'" + other + "'}}");
        var client = aClient().history();

        assertThat(Evaluator.judge(member, client, inPrague(other), NOON).outcome())
                .isEqualTo(Outcome.HOLDS);
        assertThat(Evaluator.judge(member, client, inPrague(), NOON).outcome()).isEqualTo(Outcome.FAILS);
    }

    private static String leaf(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "{'attribute':{'path':'tier','eq':'GOLD'}}";
            case FAILS -> "{'attribute':{'path':'tier','eq':'SILVER'}}";
            case UNDETERMINED -> "{'events':{'type':'transaction','agg':'sum','field':'amount','gt':0}}";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'gte':'30.00'                            | true
            'gt':'30.00'                             | false
            'ratesOn':'1994-03-10','gte':'27.50'     | true
            'ratesOn':'1994-03-10','gt':'27.50'      | false
            """)
    void convertsAmountsAtTheRateOfTheirDayOrOfAStatedOne(String comparison, boolean holds) {
        // 10.00 + 500 / 25 = 30.00; at the rates of 10 March 10.00 + 700 / 40 = 27.50
        var client = aClient()
                .paid("10.00", "1994-03-01T12:00:00Z")
                .did("transaction", "1994-03-01T12:00:00Z", "{'amount':'500.00','currency':'CZK'}")
                .did("transaction", "1994-02-01T12:00:00Z", "{'amount':'0.00','currency':'CZK'}")
                .history();
        var atStatedDay = aClient()
                .paid("10.00", "1994-03-01T12:00:00Z")
                .did("transaction", "1994-03-01T12:00:00Z", "{'amount':'700.00','currency':'CZK'}")
                .history();

        var verdict = Evaluator.judge(
                rule("{'events':{'type':'transaction','agg':'sum','field':'amount','currency':'EUR'," + comparison
                        + "}}"),
                comparison.contains("ratesOn") ? atStatedDay : client,
                WITH_RATES,
                NOON);

        assertThat(verdict.outcome()).isEqualTo(Outcome.of(holds));
    }

    @Test
    void theDayOfAnAmountIsThatOfTheBank() {
        // 23:30 in London is the next day in Prague, when there is a rate again
        var client = aClient()
                .did("transaction", "1994-02-28T23:30:00Z", "{'amount':'500.00','currency':'CZK'}")
                .history();

        var verdict = (Verdict.OfEvents) Evaluator.judge(
                rule("{'events':{'type':'transaction','agg':'sum','field':'amount','currency':'EUR','gt':0}}"),
                client,
                WITH_RATES,
                NOON);

        assertThat(verdict.measured()).isEqualByComparingTo("20.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1994-03-01 | 500.00 | HOLDS
            1994-03-01 | 499.00 | FAILS
            1994-03-20 | 500.00 | UNDETERMINED
            """)
    void filtersByConvertedAmountsAndAMissingRateIsInDoubt(String day, String amount, Outcome expected) {
        String filter = "'where':{'attribute':{'path':'amount','currency':'EUR','gte':'20'}}";
        var client = aClient()
                .did("transaction", day + "T12:00:00Z", "{'amount':'" + amount + "','currency':'CZK'}")
                .history();

        assertThat(outcome("{'events':{'type':'transaction'," + filter + ",'agg':'count','gte':1}}", client))
                .isEqualTo(expected);
        assertThat(outcome("{'absence':{'type':'transaction'," + filter + "}}", client))
                .isEqualTo(expected.negated());
    }

    @Test
    void aDoubtThatCannotMatterIsNone() {
        var client = aClient()
                .did("transaction", "1994-03-20T12:00:00Z", "{'amount':'1','currency':'CZK','category':'FX'}")
                .history();

        assertThat(outcome(
                        "{'events':{'type':'transaction','where':{'and':[{'attribute':{'path':'amount','currency':'EUR','gte':'20'}},"
                                + "{'attribute':{'path':'category','eq':'HOUSEHOLD'}}]},'agg':'count','eq':0}}",
                        client))
                .isEqualTo(Outcome.HOLDS);
        assertThat(outcome(
                        "{'events':{'type':'transaction','where':{'or':[{'attribute':{'path':'amount','currency':'EUR','gte':'20'}},"
                                + "{'attribute':{'path':'category','eq':'FX'}}]},'agg':'count','eq':1}}",
                        client))
                .isEqualTo(Outcome.HOLDS);
    }

    @Test
    void aSequenceWhoseFirstStepIsInDoubtIsInDoubt() {
        var client = aClient()
                .did("transaction", "1994-03-20T12:00:00Z", "{'amount':'1','currency':'CZK'}")
                .did("login", "1994-03-21T12:00:00Z", "{}")
                .history();

        assertThat(outcome(
                        "{'sequence':{'first':{'type':'transaction','where':{'attribute':{'path':'amount','currency':'EUR','gte':'20'}}},"
                                + "'then':{'type':'login'},'within':'P7D'}}",
                        client))
                .isEqualTo(Outcome.UNDETERMINED);
    }

    private static Outcome outcome(String rule, ClientHistory client) {
        return Evaluator.judge(rule(rule), client, WITH_RATES, NOON).outcome();
    }
}
