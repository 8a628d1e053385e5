package io.clientele.platform.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where webhooks may go. */
@ConfigMapping(prefix = "clientele.webhooks")
interface WebhookSettings {

    /**
     * Whether webhooks may be sent to addresses of the own network, and without TLS. Off, since it would let a subscriber
     * reach what only this service can.
     */
    @WithDefault("false")
    boolean privateAddressesAllowed();
}
