package io.clientele.loyalty.client.messaging;

import io.clientele.contracts.clients.ClientErased;
import io.clientele.contracts.clients.ClientMerged;
import io.clientele.contracts.clients.ClientRegistered;
import io.clientele.contracts.clients.ClientUpdated;
import io.clientele.contracts.clients.ConsentGiven;
import io.clientele.contracts.clients.ConsentWithdrawn;
import io.clientele.loyalty.client.ClientTraits;
import io.clientele.loyalty.client.EndingClients;
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
    private final EndingClients ending;
    private final InboundConsumer consumer;

    ClientEvents(Inbox inbox, ClientReplica replica, ClientTraits traits, EndingClients ending) {
        this.replica = replica;
        this.traits = traits;
        this.ending = ending;
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
        } else if (event.is(ConsentGiven.class)) {
            ConsentGiven given = event.payload(ConsentGiven.class);
            traits.consent(given.clientId(), given.purpose(), given.channel(), true, event.sequence());
        } else if (event.is(ConsentWithdrawn.class)) {
            ConsentWithdrawn withdrawn = event.payload(ConsentWithdrawn.class);
            traits.consent(withdrawn.clientId(), withdrawn.purpose(), withdrawn.channel(), false, event.sequence());
        } else if (event.is(ClientMerged.class)) {
            ending.merge(event.payload(ClientMerged.class));
        } else if (event.is(ClientErased.class)) {
            ending.erase(event.payload(ClientErased.class).clientId());
        }
    }
}
