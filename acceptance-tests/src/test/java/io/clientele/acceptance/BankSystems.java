package io.clientele.acceptance;

import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The bank's own systems, which deliver by topic with nothing but a plain Kafka client. */
final class BankSystems implements AutoCloseable {

    private final KafkaProducer<String, String> producer;

    BankSystems(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    void send(String topic, String key, String payload) {
        producer.send(new ProducerRecord<>(topic, key, payload.strip()));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
