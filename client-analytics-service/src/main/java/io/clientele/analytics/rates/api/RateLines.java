package io.clientele.analytics.rates.api;

import io.clientele.analytics.rates.FxRates;
import io.clientele.contracts.inbound.ReferenceRate;
import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.imports.Rejection;
import io.clientele.platform.problem.ProblemException;
import io.clientele.platform.rates.api.RateRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports reference rates. A line is taken as by the topic: the same again changes nothing. */
@ApplicationScoped
class RateLines implements LineImporter<RateRequest> {

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
    public Class<RateRequest> lineType() {
        return RateRequest.class;
    }

    @Override
    public Outcome take(UUID importId, List<Line<RateRequest>> lines) {
        List<ReferenceRate> quoted = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (Line<RateRequest> line : lines) {
            try {
                ReferenceRate rate = line.value().quoted();
                rates.check(rate);
                quoted.add(rate);
            } catch (ProblemException refused) {
                rejections.add(Rejection.of(line.number(), refused));
            }
        }
        return new Outcome(quoted.size() - rates.recordAll(quoted), rejections);
    }
}
