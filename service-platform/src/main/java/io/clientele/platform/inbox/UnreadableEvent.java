package io.clientele.platform.inbox;

import org.jspecify.annotations.Nullable;

/** A record that is not the event it should be, now or later: it becomes a dead letter. */
public class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
