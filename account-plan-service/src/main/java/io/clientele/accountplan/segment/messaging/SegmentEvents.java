package io.clientele.accountplan.segment.messaging;

import io.clientele.accountplan.segment.SegmentMemberships;
import io.clientele.contracts.segments.SegmentEntered;
import io.clientele.contracts.segments.SegmentLeft;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the replica of segment memberships in step with client-analytics. */
@ApplicationScoped
class SegmentEvents {

    private final SegmentMemberships memberships;
    private final InboundConsumer consumer;

    SegmentEvents(Inbox inbox, SegmentMemberships memberships) {
        this.memberships = memberships;
        this.consumer = inbox.consumer("segment-memberships", this::apply);
    }

    @Incoming("segments")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        consumer.takeAll(poll);
    }

    private void apply(InboundEvent event) {
        if (event.is(SegmentEntered.class)) {
            memberships.enter(event.payload(SegmentEntered.class));
        } else if (event.is(SegmentLeft.class)) {
            memberships.leave(event.payload(SegmentLeft.class));
        }
    }
}
