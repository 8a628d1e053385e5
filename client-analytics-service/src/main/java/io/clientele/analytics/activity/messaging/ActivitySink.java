package io.clientele.analytics.activity.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.clientele.analytics.activity.Activity;
import io.clientele.analytics.activity.WritingActivities;
import io.clientele.analytics.activity.WritingActivities.Written;
import io.clientele.platform.caller.Work;
import io.clientele.platform.events.EventHeaders;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.clientele.platform.problem.Diagnosis;
import io.clientele.platform.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the activity topic to the database, a whole poll in one transaction. Offsets are committed after it: what is
 * delivered again is known by its source id. What this service wrote to the topic itself carries the source id as its event
 * id; where that is known, as after an import, the record is passed over unread. A record that cannot be taken becomes a dead
 * letter and holds up nothing; an absent database is waited for.
 */
@ApplicationScoped
class ActivitySink {

    private static final Logger LOG = Logger.getLogger(ActivitySink.class);
    private static final String NAME = "client-activity-sink";
    private static final byte[] OURS = Activity.OUR_SOURCE.getBytes(UTF_8);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final WritingActivities writing;
    private final InboundConsumer oneByOne;
    private final ObjectReader json;
    private final Counter written;
    private final Counter refused;
    private final CountDownLatch stopping = new CountDownLatch(1);

    ActivitySink(WritingActivities writing, Inbox inbox, ObjectMapper json, MeterRegistry metrics) {
        this.writing = writing;
        this.oneByOne = inbox.consumer(NAME, this::takeOne);
        this.json = json.readerFor(Activity.class);
        this.written = metrics.counter("clientele.activities", "outcome", "written");
        this.refused = metrics.counter("clientele.activities", "outcome", "refused");
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping.countDown();
    }

    @Incoming("client-activity")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        while (true) {
            try {
                Work.of(NAME).run(() -> write(read(poll)));
                return;
            } catch (RuntimeException failure) {
                if (!Diagnosis.isPassing(failure)) {
                    LOG.warnf("records=%d failure=%s taken one by one", poll.count(), name(failure));
                    poll.forEach(oneByOne::take);
                    return;
                }
                LOG.warnf("records=%d failure=%s wait for it to pass", poll.count(), name(failure));
                pause(failure);
            }
        }
    }

    /**
     * What a poll brings that is not known.
     *
     * @param records those that are activities, in the order of {@code activities}
     * @param unreadable those that are none
     */
    private record Batch(
            List<Activity> activities,
            List<ConsumerRecord<String, byte[]>> records,
            List<ConsumerRecord<String, byte[]>> unreadable) {}

    private Batch read(ConsumerRecords<String, byte[]> poll) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> own = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : poll) {
            String id = idOfOurs(record);
            if (id != null) {
                own.add(id);
            }
        }
        Set<String> unknown = own.isEmpty() ? own : writing.unknown(own);
        for (ConsumerRecord<String, byte[]> record : poll) {
            String id = unknown.size() == own.size() ? null : idOfOurs(record);
            if (id == null || unknown.contains(id)) {
                read(record, batch);
            }
        }
        return batch;
    }

    /** The source id of an activity that this service wrote to the topic; null for all others. */
    private static @Nullable String idOfOurs(ConsumerRecord<String, byte[]> record) {
        Header source = record.headers().lastHeader(EventHeaders.SOURCE);
        Header id = record.headers().lastHeader(EventHeaders.ID);
        boolean ours = source != null && id != null && id.value() != null && Arrays.equals(source.value(), OURS);
        return ours ? new String(id.value(), UTF_8) : null;
    }

    private void read(ConsumerRecord<String, byte[]> record, Batch batch) {
        try {
            batch.activities.add(json.readValue(record.value() == null ? new byte[0] : record.value()));
            batch.records.add(record);
        } catch (IOException | ProblemException none) {
            batch.unreadable.add(record);
        }
    }

    private void write(Batch batch) {
        if (!batch.activities.isEmpty()) {
            Written done = writing.write(batch.activities);
            done.refused().keySet().forEach(place -> oneByOne.take(batch.records.get(place)));
            written.increment(done.written().cardinality());
            refused.increment(done.refused().size());
        }
        batch.unreadable.forEach(oneByOne::take);
        refused.increment(batch.unreadable.size());
    }

    private void takeOne(InboundEvent event) {
        writing.writeOne(event.payload(Activity.class));
    }

    /** The failure without its message, which may hold client data. */
    private static String name(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        if (failure instanceof SQLException refused) {
            return name + ' ' + refused.getSQLState();
        }
        return failure.getCause() == null ? name : name + " < " + name(failure.getCause());
    }

    private void pause(RuntimeException failure) {
        try {
            if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
