package io.clientele.accountplan.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoverageMatrixTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final UUID MEI = new UUID(0, 1);
    private static final UUID TAN = new UUID(0, 2);

    @Test
    void aCountryWithoutTheRoleIsAGap() {
        assertThat(matrix(List.of(), Map.of()).slots().getFirst().gap()).isEqualTo(CoverageMatrix.Gap.NO_CONTACT);
        assertThat(matrix(List.of(person(MEI, DecisionRole.USER)), Map.of(MEI, SINCE))
                        .slots()
                        .getFirst()
                        .gap())
                .isEqualTo(CoverageMatrix.Gap.NO_CONTACT);
    }

    @Test
    void aMeetingCountsOnTheFirstDayAndNotOnTheOneBefore() {
        List<CoverageMatrix.Person> mei = List.of(person(MEI, DecisionRole.DECISION_MAKER));

        assertThat(matrix(mei, Map.of(MEI, SINCE)).slots().getFirst().gap()).isNull();
        assertThat(matrix(mei, Map.of(MEI, SINCE.minusDays(1)))
                        .slots()
                        .getFirst()
                        .gap())
                .isEqualTo(CoverageMatrix.Gap.NOT_MET);
    }

    @Test
    void oneMetPersonIsASingleThreadAndTwoAreNot() {
        List<CoverageMatrix.Person> both =
                List.of(person(MEI, DecisionRole.DECISION_MAKER), person(TAN, DecisionRole.USER));

        assertThat(matrix(both, Map.of(MEI, SINCE)).singleThreaded()).containsExactly("SG");
        assertThat(matrix(both, Map.of(MEI, SINCE, TAN, SINCE)).singleThreaded())
                .isEmpty();
    }

    private static CoverageMatrix matrix(List<CoverageMatrix.Person> people, Map<UUID, LocalDate> met) {
        return CoverageMatrix.of(List.of("SG"), List.of(DecisionRole.DECISION_MAKER), people, met, SINCE);
    }

    private static CoverageMatrix.Person person(UUID id, DecisionRole role) {
        return new CoverageMatrix.Person(id, "SG", role);
    }
}
