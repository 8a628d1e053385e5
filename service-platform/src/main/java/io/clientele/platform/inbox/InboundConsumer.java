package io.clientele.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Takes events under one name; made by {@link Inbox#consumer}. */
public final class InboundConsumer {

    /** What an event does. */
    public interface Effect {

        /** Applies the event in the transaction in progress. */
        void apply(InboundEvent event);
    }

    private final String name;
    private final Effect effect;
    private final Inbox inbox;

    InboundConsumer(String name, Effect effect, Inbox inbox) {
        this.name = name;
        this.effect = effect;
        this.inbox = inbox;
    }

    /**
     * Takes a delivered record: when this returns, its effect is committed, or was before, or the record is kept aside.
     * Waits as long as it takes for an absent database. Must be called from one thread per partition, in order.
     */
    public void take(ConsumerRecord<String, byte[]> delivered) {
        inbox.take(this, InboundRecord.from(delivered));
    }

    /** Takes a poll like {@link #take}, each record once; in one transaction as long as nothing is amiss. */
    public void takeAll(ConsumerRecords<String, byte[]> poll) {
        List<InboundRecord> inbound = new ArrayList<>(poll.count());
        poll.forEach(delivered -> inbound.add(InboundRecord.from(delivered)));
        inbox.takeAll(this, inbound);
    }

    String name() {
        return name;
    }

    Effect effect() {
        return effect;
    }
}
