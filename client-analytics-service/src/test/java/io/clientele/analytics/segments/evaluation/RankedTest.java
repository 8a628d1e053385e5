package io.clientele.analytics.segments.evaluation;

import static io.clientele.analytics.segments.Histories.PRAGUE;
import static io.clientele.analytics.segments.Histories.aClient;
import static io.clientele.analytics.segments.Histories.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.analytics.segments.rules.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankedTest {

    private static final Instant NOON = Instant.parse("1994-03-31T12:00:00Z");
    private static final Instant TOMORROW = Instant.parse("1994-04-01T12:00:00Z");
    private static final UUID LIST = UUID.fromString("0197a3f0-0000-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'top':'20'                            |  79.99 | FAILS
            'top':'20'                            |  80    | HOLDS
            'tile':{'of':5,'from':4,'to':4}       |  59.99 | FAILS
            'tile':{'of':5,'from':4,'to':4}       |  60    | HOLDS
            'tile':{'of':5,'from':4,'to':4}       |  79.99 | HOLDS
            'tile':{'of':5,'from':4,'to':4}       |  80    | FAILS
            'tile':{'of':5,'from':1,'to':1}       |  -5    | HOLDS
            'tile':{'of':5,'from':1,'to':1}       |  20    | FAILS
            """)
    void aShareBeginsAtItsLowerCutPointAndEndsBelowItsUpperOne(String share, String income, Outcome expected) {
        Rule.Percentile rule = ranked("attributes.income", null, share);
        var client = aClient().with("attributes.income", income).history();

        assertThat(judge(rule, client, cuts(rule, "", "20", "40", "60", "80")).outcome())
                .isEqualTo(expected);
    }

    @Test
    void whoHasNoValueIsNotInAnyShare() {
        Rule.Percentile rule = ranked("attributes.income", null, "'tile':{'of':5,'from':1,'to':1}");

        assertThat(judge(rule, aClient().history(), cuts(rule, "", "20", "40", "60", "80"))
                        .outcome())
                .isEqualTo(Outcome.FAILS);
    }

    @Test
    void peersAreRankedAmongThemselves() {
        Rule.Percentile rule = ranked("attributes.income", "branch", "'top':'20'");
        Inputs inputs = cuts(rule, "Pisek", "20", "40", "60", "80");
        var peer = aClient()
                .with("attributes.income", "80")
                .with("branch", "'Pisek'")
                .history();
        var ofANewBranch = aClient()
                .with("attributes.income", "80")
                .with("branch", "'Brno'")
                .history();
        var ofNone = aClient().with("attributes.income", "80").history();

        assertThat(judge(rule, peer, inputs).outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(judge(rule, ofANewBranch, inputs).outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(judge(rule, ofANewBranch, inputs).errors())
                .containsExactly("there are no cut points for this percentile and peer group yet");
        assertThat(judge(rule, ofNone, inputs).outcome()).isEqualTo(Outcome.FAILS);
    }

    @Test
    void theValueOfNowIsHeldAgainstTheCutPointsInForce() {
        Rule.Percentile rule = (Rule.Percentile) rule("{'percentile':{'of':{'events':{'type':'transaction','agg':'sum',"
                + "'field':'amount','currency':'EUR','window':{'last':'P1D'}}},'top':'20'}}");
        var client = aClient().paid("80", "1994-03-31T11:00:00Z").history();
        Inputs inputs = new Inputs(
                PRAGUE,
                Set.of(),
                references(
                        rule,
                        Map.of(
                                NOON,
                                cutPoints(1, "", "1", "2", "3", "80"),
                                TOMORROW,
                                cutPoints(2, "", "1", "2", "3", "0"))));

        Verdict today = Evaluator.judge(rule, client, inputs, NOON);
        Verdict before = Evaluator.judge(rule, client, inputs, NOON.minusSeconds(1));
        Verdict tomorrow = Evaluator.judge(rule, client, inputs, TOMORROW);

        assertThat(today.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(today.changesAt()).isEqualTo(Instant.parse("1994-04-01T11:00:00Z"));
        assertThat(before.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(before.changesAt()).isEqualTo(NOON);
        assertThat(tomorrow.outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void aListIsAskedInItsVersionInForce() {
        Inputs inputs = new Inputs(
                PRAGUE,
                Set.of(),
                new References(
                        Rates.NONE,
                        Map.of(),
                        Map.of(
                                LIST,
                                new Dated<>(Map.of(
                                        NOON, new ClientList(1, Set.of("client-1")),
                                        TOMORROW, new ClientList(2, Set.of())))),
                        Map.of()));
        Rule rule = rule("{'list':{'id':'" + LIST + "'}}");
        var client = aClient().history();

        Verdict before = Evaluator.judge(rule, client, inputs, NOON.minusSeconds(1));
        Verdict first = Evaluator.judge(rule, client, inputs, NOON);
        Verdict second = Evaluator.judge(rule, client, inputs, TOMORROW);

        assertThat(before.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(before.changesAt()).isEqualTo(NOON);
        assertThat(first.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(first.changesAt()).isEqualTo(TOMORROW);
        assertThat(second.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(second.changesAt()).isNull();
    }

    private static Rule.Percentile ranked(String field, @Nullable String within, String share) {
        return (Rule.Percentile) rule("{'percentile':{'of':{'field':'" + field + "'},"
                + (within == null ? "" : "'within':'" + within + "',") + share + "}}");
    }

    private static Verdict judge(Rule rule, ClientHistory client, Inputs inputs) {
        return Evaluator.judge(rule, client, inputs, NOON);
    }

    private static Inputs cuts(Rule.Percentile rule, String group, String... fifths) {
        return new Inputs(PRAGUE, Set.of(), references(rule, Map.of(Instant.MIN, cutPoints(1, group, fifths))));
    }

    private static References references(Rule.Percentile rule, Map<Instant, CutPoints> versions) {
        return new References(Rates.NONE, Map.of(rule.ranking(), new Dated<>(versions)), Map.of(), Map.of());
    }

    private static CutPoints cutPoints(int number, String group, String... fifths) {
        return new CutPoints(
                number,
                Map.of(
                        group,
                        Map.of(
                                new BigDecimal("20"), new BigDecimal(fifths[0]),
                                new BigDecimal("40"), new BigDecimal(fifths[1]),
                                new BigDecimal("60"), new BigDecimal(fifths[2]),
                                new BigDecimal("80"), new BigDecimal(fifths[3]))));
    }
}
