package io.clientele.accountplan.keyaccount;

import io.clientele.contracts.clients.KycStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Models and candidates for tests: revenue alone is scored, in points. */
final class Chosen {

    static final Gates OPEN = new Gates(Set.of(), Set.of(), Set.of(), Set.of());

    private Chosen() {}

    static Criterion criterion(Measure measure, String weight, String low, String high) {
        return new Criterion(measure, new BigDecimal(weight), new BigDecimal(low), new BigDecimal(high));
    }

    /** In from 60, out below 50. */
    static ModelTerms model(Gates gates, int capacity) {
        return new ModelTerms(
                gates,
                List.of(criterion(Measure.REVENUE, "100", "0", "100")),
                new BigDecimal("60"),
                new BigDecimal("50"),
                capacity);
    }

    /** Scores what its revenue is; null for one whose revenue is not known. */
    static Candidate client(String id, @Nullable String revenue) {
        return client(id, revenue, false, false, null);
    }

    static Candidate incumbent(String id, @Nullable String revenue) {
        return client(id, revenue, true, false, null);
    }

    static Candidate held(String id, String revenue) {
        return client(id, revenue, true, true, null);
    }

    static Candidate overridden(String id, @Nullable String revenue, OverrideKind kind) {
        return client(id, revenue, false, false, kind);
    }

    private static Candidate client(
            String id, @Nullable String revenue, boolean incumbent, boolean held, @Nullable OverrideKind kind) {
        return new Candidate(
                id,
                "rm-novak",
                "platinum",
                KycStatus.VERIFIED.name(),
                "CZ",
                Set.of(),
                revenue == null ? Map.of() : Map.of(Measure.REVENUE, new BigDecimal(revenue)),
                Map.of(),
                incumbent,
                held,
                kind);
    }
}
