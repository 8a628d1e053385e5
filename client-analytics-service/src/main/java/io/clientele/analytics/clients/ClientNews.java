package io.clientele.analytics.clients;

import io.clientele.contracts.clients.ClientRegistered;
import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.ClientUpdated;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What subscribers are told when a client is registered or changed: what happened, and the state after it. */
@ApplicationScoped
class ClientNews {

    private final Events events;
    private final CurrentWork work;

    ClientNews(Events events, CurrentWork work) {
        this.events = events;
        this.work = work;
    }

    void registered(ClientState state, Instant now) {
        events.publish(new ClientRegistered(state.clientId(), state, now, actor(), link(state)), now);
        events.publish(state, now);
    }

    void updated(ClientState before, ClientState after, Instant now) {
        events.publish(
                new ClientUpdated(
                        after.clientId(), after, RecordChanges.between(before, after), now, actor(), link(after)),
                now);
        events.publish(after, now);
    }

    private String actor() {
        return work.caller().id();
    }

    private static String link(ClientState state) {
        return "/v1/clients/" + state.clientId();
    }
}
