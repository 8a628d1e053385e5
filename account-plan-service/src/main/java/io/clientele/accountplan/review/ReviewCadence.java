package io.clientele.accountplan.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often the plan of a client is looked through: a matter of its tier. */
@Singleton
public class ReviewCadence {

    private final Period standard;
    private final Map<String, Period> byTier;

    @Inject
    ReviewCadence(ReviewSettings settings) {
        this(settings.standard(), settings.byTier());
    }

    /**
     * @param standard for every other tier, and for none
     */
    ReviewCadence(Period standard, Map<String, Period> byTier) {
        this.standard = standard;
        this.byTier = Map.copyOf(byTier);
    }

    /** The last day for the next review. */
    LocalDate dueOn(@Nullable String tier, LocalDate lastReviewedOn) {
        return lastReviewedOn.plus(tier == null ? standard : byTier.getOrDefault(tier, standard));
    }
}
