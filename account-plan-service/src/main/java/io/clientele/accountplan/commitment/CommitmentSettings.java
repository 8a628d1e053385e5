package io.clientele.accountplan.commitment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What the guard against tying exempts. */
@ConfigMapping(prefix = "clientele.commitments")
public interface CommitmentSettings {

    /**
     * Product lines that are traditional bank products (loan, discount, deposit, trust), on which credit may be conditioned
     * without asking compliance; see 12 U.S.C. 1972 and 12 CFR 225.7.
     */
    @WithDefault("lending,leasing,cash-management,custody")
    Set<String> traditionalProducts();
}
