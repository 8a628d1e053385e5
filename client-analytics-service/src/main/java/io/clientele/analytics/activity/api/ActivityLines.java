package io.clientele.analytics.activity.api;

import io.clientele.analytics.activity.Activity;
import io.clientele.analytics.activity.TakingActivities;
import io.clientele.analytics.activity.TakingActivities.Taken;
import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.imports.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports activities: what can be taken goes to the activity topic before the chunk counts as worked off. */
@ApplicationScoped
class ActivityLines implements LineImporter<Activity> {

    static final String KIND = "activities";

    private final TakingActivities taking;

    ActivityLines(TakingActivities taking) {
        this.taking = taking;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Activity> lineType() {
        return Activity.class;
    }

    @Override
    public Outcome take(UUID importId, List<Line<Activity>> lines) {
        Taken taken =
                taking.takeForImport(importId, lines.stream().map(Line::value).toList());
        List<Rejection> rejections = new ArrayList<>();
        taken.refused()
                .forEach((place, refusal) ->
                        rejections.add(Rejection.of(lines.get(place).number(), refusal)));
        return new Outcome(taken.duplicates(), rejections);
    }
}
