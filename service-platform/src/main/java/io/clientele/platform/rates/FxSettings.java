package io.clientele.platform.rates;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How currencies are converted. */
@ConfigMapping(prefix = "clientele.fx")
public interface FxSettings {

    /** ISO 4217 code of the currency rates are quoted against and roll-ups are shown in when none is asked for. */
    @WithDefault("EUR")
    String referenceCurrency();

    /** How many days before the day of a conversion a quotation still counts; at least 0. */
    @WithDefault("10")
    int maxAgeDays();
}
