package io.clientele.accountplan.returns;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Set;

/** What the bank expects of its capital. */
@ConfigMapping(prefix = "clientele.returns")
public interface ReturnSettings {

    /** Return on economic capital the bank asks for, pre-tax; 0.15 is 15 %. */
    @WithDefault("0.15")
    BigDecimal hurdle();

    /** Part of ancillary revenue that its own costs eat up; below 1 for the required revenue to exist. */
    @WithDefault("0.55")
    BigDecimal costIncomeRatio();

    /** Product lines that are credit; every other is ancillary business. */
    @WithDefault("lending,leasing")
    Set<String> creditLines();
}
