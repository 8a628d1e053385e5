package io.clientele.analytics.segments.membership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** Facts about the bank. */
@ConfigMapping(prefix = "clientele.bank")
public interface BankSettings {

    /** The time zone of the bank's calendar: where its days, and with them windows of days, begin and end. */
    @WithDefault("Europe/Prague")
    ZoneId zone();
}
