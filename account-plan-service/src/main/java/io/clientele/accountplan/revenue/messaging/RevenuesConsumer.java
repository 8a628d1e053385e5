package io.clientele.accountplan.revenue.messaging;

import io.clientele.accountplan.revenue.Revenues;
import io.clientele.contracts.inbound.RevenueBooked;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the revenues the ledger publishes. What breaks a rule becomes a dead letter. */
@ApplicationScoped
class RevenuesConsumer {

    private final Revenues revenues;
    private final InboundConsumer consumer;

    RevenuesConsumer(Inbox inbox, Revenues revenues) {
        this.revenues = revenues;
        this.consumer = inbox.consumer("revenues", this::apply);
    }

    @Incoming("revenues")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        consumer.takeAll(poll);
    }

    private void apply(InboundEvent event) {
        revenues.record(event.payload(RevenueBooked.class));
    }
}
