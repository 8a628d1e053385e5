package io.clientele.violating.orders;

import java.util.logging.Logger;

/** Logs past the one logger. */
class LogsByItself {

    private static final Logger LOG = Logger.getLogger("orders");

    void log() {
        LOG.info("placed");
    }
}
