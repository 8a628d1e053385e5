package io.clientele.loyalty.segment.messaging;

import io.clientele.contracts.segments.SegmentEntered;
import io.clientele.contracts.segments.SegmentLeft;
import io.clientele.loyalty.segment.SegmentMembers;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps who is in which segment in step with client-analytics. */
@ApplicationScoped
class SegmentEvents {

    private final SegmentMembers members;
    private final InboundConsumer consumer;

    SegmentEvents(Inbox inbox, SegmentMembers members) {
        this.members = members;
        this.consumer = inbox.consumer("loyalty-segments", this::apply);
    }

    @Incoming("segments")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        consumer.takeAll(poll);
    }

    private void apply(InboundEvent event) {
        if (event.is(SegmentEntered.class)) {
            members.apply(event.payload(SegmentEntered.class), event.sequence());
        } else if (event.is(SegmentLeft.class)) {
            members.apply(event.payload(SegmentLeft.class), event.sequence());
        }
    }
}
