package io.clientele.accountplan.alert;

import io.clientele.contracts.inbound.CreditPosition;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bank's scale of ratings, the best first; a rating that is not on it tells nothing. */
@Singleton
class RatingScale {

    /** For so many days a new rating that is worse asks for attention. */
    private static final int DAYS = 90;

    private final List<String> scale;

    @Inject
    RatingScale(Settings settings) {
        this(settings.ratings());
    }

    /** @param scale the best first */
    RatingScale(List<String> scale) {
        this.scale = List.copyOf(scale);
    }

    /** What ratings there are. */
    @ConfigMapping(prefix = "clientele.credit")
    interface Settings {

        /** The best first. */
        List<String> ratings();
    }

    /**
     * Whether a facility was rated down lately.
     *
     * @param former the rating before the present one; null for none
     */
    boolean isDown(CreditPosition facility, @Nullable String former, LocalDate today) {
        LocalDate on = facility.ratedOn();
        int now = scale.indexOf(String.valueOf(facility.rating()));
        int before = scale.indexOf(String.valueOf(former));
        return on != null && !on.isBefore(today.minusDays(DAYS)) && before >= 0 && now > before;
    }
}
