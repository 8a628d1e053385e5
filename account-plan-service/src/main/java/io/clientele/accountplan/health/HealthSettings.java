package io.clientele.accountplan.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Map;

/** How much each component counts. */
@ConfigMapping(prefix = "clientele.health")
public interface HealthSettings {

    /** Weight of each component, percent; all together are 100. */
    Map<HealthComponent, Integer> weights();

    /** How far the progress of an objective may lag behind the time gone by and still be on track; 0.2 is 20 % of the way. */
    @WithDefault("0.2")
    BigDecimal lag();
}
