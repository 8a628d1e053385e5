package io.clientele.analytics.activity.api;

import io.clientele.analytics.activity.Activity;
import io.clientele.analytics.activity.ImportingActivities;
import io.clientele.analytics.activity.ImportingActivities.Stored;
import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.imports.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Imports activities: what is new is stored with the chunk's progress, then published; only then the chunk is done. */
@ApplicationScoped
class ActivityLines implements LineImporter<Activity> {

    static final String KIND = "activities";

    private final ImportingActivities importing;

    ActivityLines(ImportingActivities importing) {
        this.importing = importing;
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
    public boolean inAnyOrder() {
        return true;
    }

    @Override
    public Outcome take(UUID importId, List<Line<Activity>> lines) {
        Stored stored = importing.store(lines.stream().map(Line::value).toList());
        List<Rejection> rejections = new ArrayList<>();
        stored.refused()
                .forEach((place, refusal) ->
                        rejections.add(Rejection.of(lines.get(place).number(), refusal)));
        long known = lines.size() - stored.written().cardinality() - rejections.size();
        return new Outcome(known, rejections, stored.written());
    }

    @Override
    public void publish(UUID importId, List<Activity> stored) {
        importing.publish(stored);
    }
}
