package io.clientele.stack.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @TempDir
    Path directory;

    @Test
    void keepsTopicsAndRecordsOverARestartOnOtherPorts() throws Exception {
        try (var first = new LocalKafka(directory, 0).start().createTopics(LocalKafka.DEFAULT_PARTITIONS)) {
            produce(first, "before");
        }

        try (var second = new LocalKafka(directory, 0).start().createTopics(LocalKafka.DEFAULT_PARTITIONS)) {
            produce(second, "after");

            assertThat(valuesOf(second)).containsExactly("before", "after");
        }
    }

    @Test
    void createsEveryTopicWithItsDeadLetterTwin() throws Exception {
        try (var kafka = new LocalKafka(directory, 0).start().createTopics(3);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var topics = admin.listTopics().names().get();
            var states = new ConfigResource(ConfigResource.Type.TOPIC, Topics.CLIENT_STATES);

            assertThat(topics).containsAll(Topics.ALL);
            assertThat(topics)
                    .containsAll(Topics.ALL.stream().map(Topics::deadLetterOf).toList());
            assertThat(admin.describeConfigs(List.of(states)).all().get())
                    .extractingByKey(states)
                    .extracting(config -> config.get("cleanup.policy").value())
                    .isEqualTo("compact");
        }
    }

    private static void produce(LocalKafka kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.CLIENTS, 0, "key", value)).get();
        }
    }

    private static List<String> valuesOf(LocalKafka kafka) {
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition(Topics.CLIENTS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> values.add(found.value()));
            }
        }
        return values;
    }
}
