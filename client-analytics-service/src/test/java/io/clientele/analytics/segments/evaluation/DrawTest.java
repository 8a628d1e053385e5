package io.clientele.analytics.segments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final int CLIENTS = 20_000;

    @Test
    void aShareHoldsItsPartOfTheClients() {
        assertThat(share("spring", "0", "12.5")).isCloseTo(0.125, Offset.offset(0.01));
        assertThat(share("spring", "0", "100")).isEqualTo(1.0);
    }

    @Test
    void neighbouringSharesDivideTheClientsWithoutOverlap() {
        List<Rule.Bucket> shares =
                List.of(bucket("s", "0", "33.33"), bucket("s", "33.33", "66.66"), bucket("s", "66.66", "100"));

        assertThat(IntStream.range(0, CLIENTS)
                        .mapToLong(client -> shares.stream()
                                .filter(share -> inside(share, client))
                                .count()))
                .containsOnly(1L);
    }

    @Test
    void drawsOfTwoSeedsAreIndependent() {
        long both = IntStream.range(0, CLIENTS)
                .filter(client -> inside(bucket("a", "0", "50"), client) && inside(bucket("b", "0", "50"), client))
                .count();

        assertThat(both / (double) CLIENTS).isCloseTo(0.25, Offset.offset(0.015));
    }

    /** As any other SHA-256 tells: 0x19ce1b6c6fb8a73d mod 10,000. */
    @Test
    void thePlaceOfAClientIsForGood() {
        assertThat(Draw.judge(bucket("spring", "0", "100"), "client-1").actual())
                .isEqualTo(new Value.Decimal(new BigDecimal("38.69")));
    }

    private static double share(String seed, String from, String to) {
        return IntStream.range(0, CLIENTS)
                        .filter(client -> inside(bucket(seed, from, to), client))
                        .count()
                / (double) CLIENTS;
    }

    private static boolean inside(Rule.Bucket share, int client) {
        return Draw.judge(share, "client-" + client).outcome() == Outcome.HOLDS;
    }

    private static Rule.Bucket bucket(String seed, String from, String to) {
        return new Rule.Bucket(seed, new BigDecimal(from), new BigDecimal(to));
    }
}
