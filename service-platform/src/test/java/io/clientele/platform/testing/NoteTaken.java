package io.clientele.platform.testing;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import org.jspecify.annotations.Nullable;

/** An event of the test application. */
@Event(type = NoteTaken.TYPE, topic = Topics.ACCOUNT_PLANS, summary = "A note was taken.")
public record NoteTaken(String noteId, @Nullable String clientId, int page) implements DomainEvent {

    public static final String TYPE = "io.clientele.test.note.taken.v1";

    @Override
    public String subject() {
        return noteId;
    }

    @Override
    public @Nullable String concernedClient() {
        return clientId;
    }
}
