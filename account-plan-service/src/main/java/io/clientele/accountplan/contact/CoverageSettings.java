package io.clientele.accountplan.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who has to be known and met in each country of a client. */
@ConfigMapping(prefix = "clientele.coverage")
public interface CoverageSettings {

    /** Roles that must be covered in every country. */
    @WithDefault("DECISION_MAKER")
    Set<DecisionRole> requiredRoles();

    /** For how many days a meeting counts. */
    @WithDefault("180")
    int metWithinDays();
}
