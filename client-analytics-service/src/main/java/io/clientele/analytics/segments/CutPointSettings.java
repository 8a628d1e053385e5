package io.clientele.analytics.segments;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often rankings are cut anew. */
@ConfigMapping(prefix = "clientele.cut-points")
public interface CutPointSettings {

    /** How long cut points are in force before they are computed again; at least a minute. */
    @WithDefault("PT24H")
    Duration every();
}
