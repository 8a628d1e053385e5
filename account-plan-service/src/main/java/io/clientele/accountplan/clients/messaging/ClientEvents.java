package io.clientele.accountplan.clients.messaging;

import io.clientele.contracts.clients.ClientRegistered;
import io.clientele.contracts.clients.ClientUpdated;
import io.clientele.platform.clients.ClientReplica;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the replica of clients, and with it who sees which plan, in step with client-analytics. */
@ApplicationScoped
class ClientEvents {

    private final ClientReplica replica;
    private final InboundConsumer consumer;

    ClientEvents(Inbox inbox, ClientReplica replica) {
        this.replica = replica;
        this.consumer = inbox.consumer("client-replica", this::apply);
    }

    @Incoming("clients")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        consumer.takeAll(poll);
    }

    private void apply(InboundEvent event) {
        if (event.is(ClientRegistered.class)) {
            replica.apply(event.payload(ClientRegistered.class), event.sequence());
        } else if (event.is(ClientUpdated.class)) {
            replica.apply(event.payload(ClientUpdated.class), event.sequence());
        }
    }
}
