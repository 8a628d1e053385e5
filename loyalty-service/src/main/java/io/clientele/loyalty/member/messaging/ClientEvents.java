package io.clientele.loyalty.member.messaging;

import io.clientele.contracts.clients.ClientRegistered;
import io.clientele.contracts.clients.ClientUpdated;
import io.clientele.loyalty.member.ClientTraits;
import io.clientele.platform.clients.ClientReplica;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what is known of clients, and with it who sees which member, in step with client-analytics. */
@ApplicationScoped
class ClientEvents {

    private final ClientReplica replica;
    private final ClientTraits traits;
    private final InboundConsumer consumer;

    ClientEvents(Inbox inbox, ClientReplica replica, ClientTraits traits) {
        this.replica = replica;
        this.traits = traits;
        this.consumer = inbox.consumer("client-replica", this::apply);
    }

    @Incoming("clients")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        consumer.takeAll(poll);
    }

    private void apply(InboundEvent event) {
        if (event.is(ClientRegistered.class)) {
            ClientRegistered registered = event.payload(ClientRegistered.class);
            replica.apply(registered, event.sequence());
            traits.apply(registered.client(), event.sequence());
        } else if (event.is(ClientUpdated.class)) {
            ClientUpdated updated = event.payload(ClientUpdated.class);
            replica.apply(updated, event.sequence());
            traits.apply(updated.client(), event.sequence());
        }
    }
}
