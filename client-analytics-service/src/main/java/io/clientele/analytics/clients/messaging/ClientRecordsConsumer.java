package io.clientele.analytics.clients.messaging;

import io.clientele.analytics.clients.RecordingClients;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the records the bank's systems publish, in order per client. One that breaks a rule becomes a dead letter. */
@ApplicationScoped
class ClientRecordsConsumer {

    private final RecordingClients recording;
    private final InboundConsumer consumer;

    ClientRecordsConsumer(RecordingClients recording, Inbox inbox) {
        this.recording = recording;
        this.consumer = inbox.consumer("client-records", this::apply);
    }

    @Incoming("client-records")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        consumer.takeAll(poll);
    }

    private void apply(InboundEvent event) {
        ClientRecord record = event.payload(ClientRecord.class);
        recording.check(record);
        recording.recordAll(List.of(record));
    }
}
