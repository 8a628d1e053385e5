package io.clientele.analytics.models.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.analytics.models.rfm.RfmDefinition.NamedSegment;
import io.clientele.analytics.models.rfm.RfmDefinition.ScoreRange;
import io.clientele.analytics.segments.PublicData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmScoringTest {

    private static final LocalDate ANALYSIS = LocalDate.of(2006, 12, 31);

    /** The usual names; the first that matches wins, so their order matters. */
    static final List<NamedSegment> NAMED = List.of(
            segment("Champions", 5, 5, 5, 5, 5, 5),
            segment("Potential Loyalist", 3, 5, 3, 5, 2, 5),
            segment("Loyal Customers", 2, 4, 2, 4, 2, 4),
            segment("Promising", 3, 4, 1, 3, 3, 5),
            segment("New Customers", 4, 5, 1, 3, 1, 5),
            segment("Can't Lose Them", 1, 2, 3, 4, 4, 5),
            segment("At Risk", 1, 2, 2, 5, 4, 5),
            segment("Need Attention", 1, 3, 3, 5, 3, 5),
            segment("About To Sleep", 2, 3, 1, 3, 1, 4),
            segment("Lost", 1, 1, 1, 5, 1, 5));

    @Test
    void the995CustomersFallIntoTheTenSegmentsAsPublished() {
        RfmDefinition rfm = new RfmDefinition(JsonNodeFactory.instance.objectNode(), 5, NAMED);
        Map<String, Spending> customers = customers();
        RfmScoring scoring = new RfmScoring(customers.values(), 5);

        Map<String, Long> counts = customers.values().stream()
                .collect(Collectors.groupingBy(
                        spending -> RfmMethod.segment(rfm, scoring.score(spending)), Collectors.counting()));

        assertThat(customers).hasSize(995);
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Champions", 35L,
                        "Potential Loyalist", 342L,
                        "Loyal Customers", 170L,
                        "Promising", 9L,
                        "New Customers", 104L,
                        "Can't Lose Them", 47L,
                        "At Risk", 28L,
                        "Need Attention", 10L,
                        "About To Sleep", 102L,
                        "Lost", 148L));
    }

    /** Of 0, 10, 20, 30, 40 the quintile quantiles are 8, 16, 24, 32, so the cut points 9, 17, 25, 33. */
    @ParameterizedTest
    @CsvSource({"8, 1, 5", "9, 2, 4", "16, 2, 4", "17, 3, 3", "24, 3, 3", "25, 4, 2", "32, 4, 2", "33, 5, 1"})
    void aBinBeginsAtItsCutPointAndRecencyIsTurnedRound(long value, int score, int recency) {
        List<Spending> all = LongStream.of(0, 10, 20, 30, 40)
                .mapToObj(RfmScoringTest::allThe)
                .toList();

        assertThat(new RfmScoring(all, 5).score(allThe(value))).isEqualTo(new Score(recency, score, score));
    }

    @Test
    void whomNoSegmentTakesIsOfTheOthers() {
        RfmDefinition rfm = new RfmDefinition(
                JsonNodeFactory.instance.objectNode(), 5, List.of(segment("Champions", 5, 5, 5, 5, 5, 5)));

        assertThat(RfmMethod.segment(rfm, new Score(5, 5, 4))).isEqualTo("Others");
    }

    private static Spending allThe(long value) {
        return new Spending(value, value, BigDecimal.valueOf(value));
    }

    private static NamedSegment segment(String name, int r1, int r2, int f1, int f2, int m1, int m2) {
        return new NamedSegment(name, new ScoreRange(r1, r2), new ScoreRange(f1, f2), new ScoreRange(m1, m2));
    }

    private static Map<String, Spending> customers() {
        Map<String, Spending> customers = new HashMap<>();
        PublicData.rows("rfm-orders/orders.csv")
                .forEach(order -> customers.merge(
                        order.get("customer_id"),
                        new Spending(
                                ChronoUnit.DAYS.between(LocalDate.parse(order.get("order_date")), ANALYSIS),
                                1,
                                new BigDecimal(order.get("revenue"))),
                        (one, other) -> new Spending(
                                Math.min(one.recencyDays(), other.recencyDays()),
                                one.frequency() + other.frequency(),
                                one.monetary().add(other.monetary()))));
        return customers;
    }
}
