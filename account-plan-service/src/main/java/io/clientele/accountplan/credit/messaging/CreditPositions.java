package io.clientele.accountplan.credit.messaging;

import io.clientele.accountplan.credit.CreditFacilities;
import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the positions the loan system publishes. What breaks a rule becomes a dead letter. */
@ApplicationScoped
class CreditPositions {

    private final CreditFacilities facilities;
    private final InboundConsumer consumer;

    CreditPositions(Inbox inbox, CreditFacilities facilities) {
        this.facilities = facilities;
        this.consumer = inbox.consumer("credit-positions", this::apply);
    }

    @Incoming("credit-positions")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        consumer.takeAll(poll);
    }

    private void apply(InboundEvent event) {
        facilities.record(event.payload(CreditPosition.class));
    }
}
