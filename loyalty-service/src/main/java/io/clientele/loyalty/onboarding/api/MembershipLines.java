package io.clientele.loyalty.onboarding.api;

import io.clientele.loyalty.onboarding.Takeover;
import io.clientele.loyalty.onboarding.TakingOver;
import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.imports.Rejection;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports memberships: the lines of a chunk are taken over together. */
@ApplicationScoped
class MembershipLines implements LineImporter<MembershipLine> {

    static final String KIND = "memberships";

    private final TakingOver taking;

    MembershipLines(TakingOver taking) {
        this.taking = taking;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<MembershipLine> lineType() {
        return MembershipLine.class;
    }

    @Override
    public Outcome take(UUID importId, List<Line<MembershipLine>> lines) {
        List<Takeover> takeovers = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (Line<MembershipLine> line : lines) {
            try {
                takeovers.add(line.value().toTakeover());
                numbers.add(line.number());
            } catch (ProblemException refused) {
                rejections.add(Rejection.of(line.number(), refused));
            }
        }
        TakingOver.Outcome outcome = taking.take(importId, takeovers);
        outcome.refused().forEach((place, refusal) -> rejections.add(Rejection.of(numbers.get(place), refusal)));
        return new Outcome(
                takeovers.size() - outcome.refused().size() - outcome.changed().cardinality(), rejections);
    }
}
