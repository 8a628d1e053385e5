package io.clientele.accountplan.rates.api;

import io.clientele.accountplan.rates.FxRates;
import io.clientele.contracts.inbound.ReferenceRate;
import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.imports.Rejection;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports reference rates. A line is taken as by the topic: the same again changes nothing, another one corrects. */
@ApplicationScoped
class RateLines implements LineImporter<ReferenceRate> {

    static final String KIND = "fx-rates";

    private final FxRates rates;

    RateLines(FxRates rates) {
        this.rates = rates;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ReferenceRate> lineType() {
        return ReferenceRate.class;
    }

    @Override
    public Outcome take(UUID importId, List<Line<ReferenceRate>> lines) {
        long duplicates = 0;
        List<Rejection> rejections = new ArrayList<>();
        for (Line<ReferenceRate> line : lines) {
            try {
                if (rates.knows(line.value())) {
                    duplicates++;
                    continue;
                }
            } catch (ProblemException refused) {
                rejections.add(Rejection.of(line.number(), refused));
                continue;
            }
            rates.record(line.value());
        }
        return new Outcome(duplicates, rejections);
    }
}
