package io.clientele.analytics.rates.messaging;

import io.clientele.analytics.rates.FxRates;
import io.clientele.contracts.inbound.ReferenceRate;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the rates the treasury publishes. What breaks a rule becomes a dead letter. */
@ApplicationScoped
class ReferenceRates {

    private final FxRates rates;
    private final InboundConsumer consumer;

    ReferenceRates(Inbox inbox, FxRates rates) {
        this.rates = rates;
        this.consumer = inbox.consumer("reference-rates", this::apply);
    }

    @Incoming("reference-rates")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        consumer.takeAll(poll);
    }

    private void apply(InboundEvent event) {
        rates.record(event.payload(ReferenceRate.class));
    }
}
