package io.clientele.loyalty.earning.messaging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.clientele.contracts.inbound.ClientActivity;
import io.clientele.loyalty.earning.EarningPoints;
import io.clientele.loyalty.history.ActivityHistory;
import io.clientele.loyalty.rules.Activity;
import io.clientele.platform.caller.Work;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes client activity as it comes. Most of it earns nobody anything: one look at the rules in memory and, where those
 * count it, one question for the members of a whole delivery sort that out; what members did is kept in the same
 * transaction. What may earn goes through the inbox, one transaction each, in order.
 */
@ApplicationScoped
class ClientActivities {

    private static final Logger LOG = Logger.getLogger(ClientActivities.class);
    private static final String NAME = "loyalty-earning";

    private final EarningPoints earning;
    private final ActivityHistory history;
    private final InboundConsumer consumer;
    private final ObjectReader reader;

    /** Source ids of the delivery in hand, once they are kept; a replayed dead letter is not among them. */
    private volatile Set<String> kept = Set.of();

    ClientActivities(Inbox inbox, EarningPoints earning, ActivityHistory history, ObjectMapper json) {
        this.history = history;
        this.earning = earning;
        this.consumer = inbox.consumer(NAME, this::apply);
        this.reader = json.readerFor(ClientActivity.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Incoming("activities")
    @Blocking
    void take(ConsumerRecords<String, byte[]> delivered) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(delivered.count());
        delivered.forEach(records::add);
        Set<Integer> leftAlone = earnNothing(records);
        for (int place = 0; place < records.size(); place++) {
            if (!leftAlone.contains(place)) {
                consumer.take(records.get(place));
            }
        }
    }

    /** Places of the records that certainly earn nothing; those that cannot be read are not among them. */
    private Set<Integer> earnNothing(List<ConsumerRecord<String, byte[]>> records) {
        List<Integer> places = new ArrayList<>(records.size());
        List<Activity> activities = new ArrayList<>(records.size());
        for (int place = 0; place < records.size(); place++) {
            Activity activity = read(records.get(place));
            if (activity != null) {
                places.add(place);
                activities.add(activity);
            }
        }
        try {
            Set<Integer> may = Work.of(NAME)
                    .call(() -> QuarkusTransaction.requiringNew().call(() -> {
                        history.keep(activities);
                        return earning.mayEarn(activities);
                    }));
            kept = activities.stream().map(Activity::sourceId).collect(Collectors.toUnmodifiableSet());
            Set<Integer> nothing = new HashSet<>();
            for (int i = 0; i < activities.size(); i++) {
                if (!may.contains(i)) {
                    nothing.add(places.get(i));
                }
            }
            return nothing;
        } catch (RuntimeException unknown) {
            // the inbox waits for an absent database and decides record by record
            LOG.warnf(
                    "consumer=%s failure=%s deliveries are taken one by one",
                    NAME, unknown.getClass().getSimpleName());
            return Set.of();
        }
    }

    private @Nullable Activity read(ConsumerRecord<String, byte[]> record) {
        byte[] payload = record.value();
        if (payload == null) {
            return null;
        }
        try {
            ClientActivity read = reader.readValue(payload);
            return read == null ? null : activity(read);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private void apply(InboundEvent event) {
        Activity activity = activity(event.payload(ClientActivity.class));
        if (!kept.contains(activity.sourceId())) {
            history.keep(List.of(activity));
        }
        earning.earn(List.of(activity));
    }

    private static Activity activity(ClientActivity reported) {
        return new Activity(
                reported.sourceId(), reported.clientId(), reported.type(), reported.occurredAt(), reported.data());
    }
}
