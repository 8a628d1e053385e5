package io.clientele.platform.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events leave the outbox. */
@ConfigMapping(prefix = "clientele.relay")
interface RelaySettings {

    /** Whether this instance relays; false where change data capture (Debezium's outbox router) does. */
    @WithDefault("true")
    boolean enabled();
}
