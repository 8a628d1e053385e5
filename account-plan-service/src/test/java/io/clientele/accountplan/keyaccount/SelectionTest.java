package io.clientele.accountplan.keyaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.clientele.contracts.clients.KycStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who becomes, stays and ceases to be a key account. */
class SelectionTest {

    @Test
    void aNewcomerNeedsTheEntryScore() {
        assertThat(outcomes(10, Chosen.client("A", "60"), Chosen.client("B", "59.99")))
                .containsExactly(entry("A", Outcome.SELECTED), entry("B", Outcome.BELOW_THRESHOLD));
    }

    @Test
    void aKeyAccountStaysDownToTheExitScore() {
        assertThat(outcomes(10, Chosen.incumbent("A", "50"), Chosen.incumbent("B", "49.99")))
                .containsExactly(entry("A", Outcome.SELECTED), entry("B", Outcome.BELOW_THRESHOLD));
    }

    @Test
    void aMissingFigureIsNoZeroAndChangesNothing() {
        assertThat(outcomes(10, Chosen.client("A", null), Chosen.client("B", "0")))
                .containsExactly(entry("A", Outcome.NOT_SCORED), entry("B", Outcome.BELOW_THRESHOLD));
    }

    @Test
    void theBestOfAManagerFillTheCapacity() {
        assertThat(outcomes(2, Chosen.client("A", "70"), Chosen.client("B", "90"), Chosen.client("C", "80")))
                .containsExactly(
                        entry("A", Outcome.OVER_CAPACITY), entry("B", Outcome.SELECTED), entry("C", Outcome.SELECTED));
    }

    @Test
    void equalScoresAreChosenByClientNumber() {
        assertThat(outcomes(1, Chosen.client("B", "70"), Chosen.client("A", "70")))
                .containsExactly(entry("A", Outcome.SELECTED), entry("B", Outcome.OVER_CAPACITY));
    }

    @Test
    void aNewcomerTakesThePlaceOfAKeyAccountOnlyByMoreThanTheMargin() {
        assertThat(outcomes(1, Chosen.client("A", "80"), Chosen.incumbent("B", "70.01")))
                .containsExactly(entry("A", Outcome.OVER_CAPACITY), entry("B", Outcome.SELECTED));
        assertThat(outcomes(1, Chosen.client("A", "80"), Chosen.incumbent("B", "69.99")))
                .containsExactly(entry("A", Outcome.SELECTED), entry("B", Outcome.OVER_CAPACITY));
    }

    @Test
    void unscoredKeyAccountsOverridesAndOtherModelsTakeCapacityFirst() {
        assertThat(outcomes(
                        4,
                        Chosen.client("A", "95"),
                        Chosen.client("B", "94"),
                        Chosen.incumbent("C", null),
                        Chosen.overridden("D", "10", OverrideKind.INCLUDE),
                        Chosen.held("E", "0")))
                .containsExactly(
                        entry("A", Outcome.SELECTED),
                        entry("B", Outcome.OVER_CAPACITY),
                        entry("C", Outcome.NOT_SCORED),
                        entry("D", Outcome.INCLUDED),
                        entry("E", Outcome.HELD));
    }

    @Test
    void anUnscoredNewcomerTakesNoCapacity() {
        assertThat(outcomes(1, Chosen.client("A", "95"), Chosen.client("B", null)))
                .containsExactly(entry("A", Outcome.SELECTED), entry("B", Outcome.NOT_SCORED));
    }

    @Test
    void overridesDecideWhateverTheScore() {
        assertThat(outcomes(
                        1,
                        Chosen.overridden("A", "100", OverrideKind.EXCLUDE),
                        Chosen.overridden("B", null, OverrideKind.INCLUDE),
                        Chosen.overridden("C", "60", OverrideKind.INCLUDE)))
                .containsExactly(
                        entry("A", Outcome.EXCLUDED), entry("B", Outcome.INCLUDED), entry("C", Outcome.SELECTED));
    }

    @Test
    void gatesHoldEvenAgainstAnOverride() {
        Gates gold = new Gates(Set.of("gold"), Set.of(), Set.of(KycStatus.VERIFIED), Set.of());

        List<Judgement> judged =
                Selection.of(Chosen.model(gold, 10), List.of(Chosen.overridden("A", "100", OverrideKind.INCLUDE)));

        assertThat(judged).extracting(Judgement::outcome).containsExactly(Outcome.GATED);
    }

    @Test
    void theOrderOfTheCandidatesDoesNotMatter() {
        List<Candidate> clients = new ArrayList<>();
        Random random = new Random(20260131);
        for (int i = 0; i < 200; i++) {
            String score = random.nextInt(10) == 0 ? null : Integer.toString(random.nextInt(101));
            clients.add(random.nextBoolean() ? Chosen.client("C" + i, score) : Chosen.incumbent("C" + i, score));
        }
        List<Judgement> first = Selection.of(Chosen.model(Chosen.OPEN, 25), clients);
        Collections.shuffle(clients, random);

        assertThat(Selection.of(Chosen.model(Chosen.OPEN, 25), clients)).isEqualTo(first);
    }

    private static Map<String, Outcome> outcomes(int capacity, Candidate... clients) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Selection.of(Chosen.model(Chosen.OPEN, capacity), List.of(clients))
                .forEach(each -> outcomes.put(each.clientId(), each.outcome()));
        return outcomes;
    }
}
