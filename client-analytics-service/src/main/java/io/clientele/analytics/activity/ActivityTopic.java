package io.clientele.analytics.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contracts.DataSchemas;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import io.clientele.contracts.inbound.ClientActivity;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.EventHeaders;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The activity topic as this service writes it: CloudEvents keyed by client, in no particular order, since activities are
 * taken once per source id whenever they come.
 */
@ApplicationScoped
class ActivityTopic {

    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(5);
    private static final Event EVENT = Objects.requireNonNull(ClientActivity.class.getAnnotation(Event.class));

    private static final List<Header> COMMON = List.of(
            header(EventHeaders.SPEC_VERSION, "1.0"),
            header(EventHeaders.SOURCE, Activity.OUR_SOURCE),
            header(EventHeaders.TYPE, EVENT.type()),
            header(EventHeaders.DATA_SCHEMA, DataSchemas.ofType(EVENT.type()).toString()),
            header(EventHeaders.CONTENT_TYPE, "application/json"));

    private final Producer<String, byte[]> producer;
    private final CurrentWork work;

    ActivityTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka, CurrentWork work) {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "client-analytics-activities");
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 262_144);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        configuration.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        this.producer = new KafkaProducer<>(configuration);
        this.work = work;
    }

    void stop(@Observes ShutdownEvent stopping) {
        producer.close(PATIENCE_AT_SHUTDOWN);
    }

    /**
     * Writes activities and waits for the broker's acknowledgement of all of them.
     *
     * @throws ProblemException 503 when some were not acknowledged in time
     */
    void send(List<Activity> activities) {
        Header correlation = header(EventHeaders.CORRELATION_ID, work.get().correlationId());
        List<Future<RecordMetadata>> sent = new ArrayList<>(activities.size());
        try {
            for (Activity activity : activities) {
                sent.add(producer.send(record(activity, correlation)));
            }
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException | KafkaException unsent) {
            throw away(unsent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away(interrupted);
        }
    }

    private static ProducerRecord<String, byte[]> record(Activity activity, Header correlation) {
        String time = activity.occurredAt().toString();
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(Topics.CLIENT_ACTIVITY, activity.clientId(), activity.toJson(time));
        event.headers().add(header(EventHeaders.ID, activity.sourceId()));
        event.headers().add(header(EventHeaders.SUBJECT, activity.clientId()));
        event.headers().add(header(EventHeaders.TIME, time));
        event.headers().add(correlation);
        COMMON.forEach(event.headers()::add);
        return event;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    private static ProblemException away(Exception cause) {
        return ProblemException.unavailable(
                "broker-away",
                "The activity topic cannot be reached; send the same again shortly, each activity is taken once.",
                cause);
    }
}
