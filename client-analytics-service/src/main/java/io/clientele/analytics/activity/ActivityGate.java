package io.clientele.analytics.activity;

import io.clientele.analytics.clients.Clients;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass activities of known clients that happened since 1970, and not in the future but for clocks that are up to a
 * day apart.
 */
@ApplicationScoped
class ActivityGate {

    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private final Clients clients;
    private final Clock clock;

    ActivityGate(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** Why activities cannot be taken, by their place in the list. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Integer, ProblemException> refusals(List<Activity> activities) {
        Set<String> known =
                clients.knownIds(activities.stream().map(Activity::clientId).collect(Collectors.toSet()));
        Instant latest = clock.instant().plus(CLOCKS_APART);
        Map<Integer, ProblemException> refusals = new LinkedHashMap<>();
        for (int place = 0; place < activities.size(); place++) {
            ProblemException refusal = refusal(activities.get(place), known, latest);
            if (refusal != null) {
                refusals.put(place, refusal);
            }
        }
        return refusals;
    }

    private static @Nullable ProblemException refusal(Activity activity, Set<String> known, Instant latest) {
        Instant at = activity.occurredAt();
        if (at.isBefore(Instant.EPOCH) || at.isAfter(latest)) {
            return ActivityReader.refused("/occurredAt", "lies between 1970 and now");
        }
        if (!known.contains(activity.clientId())) {
            return ProblemException.ruleViolated(
                    "client-unknown",
                    "There is no such client: send its record first.",
                    new FieldError("/clientId", "is the number of a known client"));
        }
        return null;
    }
}
