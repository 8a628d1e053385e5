package io.clientele.accountplan.credit.api;

import io.clientele.accountplan.credit.CreditFacilities;
import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.imports.Rejection;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports credit positions. A line is taken as by the topic: an older position, or the same again, changes nothing. */
@ApplicationScoped
class PositionLines implements LineImporter<CreditPosition> {

    static final String KIND = "credit-facilities";

    private final CreditFacilities facilities;

    PositionLines(CreditFacilities facilities) {
        this.facilities = facilities;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<CreditPosition> lineType() {
        return CreditPosition.class;
    }

    @Override
    public Outcome take(UUID importId, List<Line<CreditPosition>> lines) {
        long duplicates = 0;
        List<Rejection> rejections = new ArrayList<>();
        for (Line<CreditPosition> line : lines) {
            try {
                if (facilities.knows(line.value())) {
                    duplicates++;
                    continue;
                }
            } catch (ProblemException refused) {
                rejections.add(Rejection.of(line.number(), refused));
                continue;
            }
            facilities.record(line.value());
        }
        return new Outcome(duplicates, rejections);
    }
}
