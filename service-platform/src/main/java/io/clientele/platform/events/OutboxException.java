package io.clientele.platform.events;

import java.sql.SQLException;

/** The outbox could not be written; the transaction rolls back. */
class OutboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxException(SQLException cause) {
        super("events could not be written to the outbox", cause);
    }
}
