package io.clientele.accountplan.revenue.api;

import io.clientele.accountplan.revenue.Revenues;
import io.clientele.contracts.inbound.RevenueBooked;
import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.imports.Rejection;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports revenues. A line is taken as by the topic: an older figure, or the same again, changes nothing. */
@ApplicationScoped
class RevenueLines implements LineImporter<RevenueLine> {

    static final String KIND = "revenues";

    private final Revenues revenues;

    RevenueLines(Revenues revenues) {
        this.revenues = revenues;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<RevenueLine> lineType() {
        return RevenueLine.class;
    }

    @Override
    public Outcome take(UUID importId, List<Line<RevenueLine>> lines) {
        long duplicates = 0;
        List<Rejection> rejections = new ArrayList<>();
        for (Line<RevenueLine> line : lines) {
            RevenueBooked booked = line.value().booked();
            try {
                revenues.check(booked);
            } catch (ProblemException refused) {
                rejections.add(Rejection.of(line.number(), refused));
                continue;
            }
            if (!revenues.record(booked).changed()) {
                duplicates++;
            }
        }
        return new Outcome(duplicates, rejections);
    }
}
