package io.clientele.accountplan.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What the bank plans with. */
@ConfigMapping(prefix = "clientele.account-plan")
public interface PlanSettings {

    /** Codes of the bank's product lines, lower case with hyphens, at most 40 characters each. */
    @WithDefault(
            "lending,cash-management,payments,trade-finance,foreign-exchange,capital-markets,custody,leasing,cards")
    Set<String> productLines();
}
