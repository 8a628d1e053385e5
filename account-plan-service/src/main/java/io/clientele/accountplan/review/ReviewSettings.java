package io.clientele.accountplan.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;
import java.util.Map;

/** How often plans are looked through. */
@ConfigMapping(prefix = "clientele.reviews")
public interface ReviewSettings {

    /** At the latest this long after the last review or approval, where the tier has no cadence of its own. */
    @WithDefault("P180D")
    Period standard();

    /** Cadence by tier. */
    Map<String, Period> byTier();
}
