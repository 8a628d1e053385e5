package io.clientele.stack.server;

import io.clientele.contracts.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka node, broker and controller in one (KRaft), inside this process, listening on the loopback address. A node
 * started again over the same directory goes on where it stopped.
 */
public final class LocalKafka implements AutoCloseable {

    /** The partitions of a topic unless asked otherwise. */
    public static final int DEFAULT_PARTITIONS = 6;

    private static final int NODE = 1;

    private final Path directory;
    private final int port;
    private final int controllerPort = Ports.free();
    private @Nullable KafkaRaftServer server;

    /** A node over {@code directory}, not started; {@code port} 0 takes a free one. */
    public LocalKafka(Path directory, int port) {
        this.directory = directory.toAbsolutePath();
        this.port = port == 0 ? Ports.free() : port;
    }

    /** Formats the directory where it is new, and starts the node. Returns when it takes clients. */
    public LocalKafka start() {
        format();
        var properties = new Properties();
        properties.putAll(configuration());
        var starting = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server = starting;
        starting.startup();
        return this;
    }

    /** Creates every topic of {@link Topics} and its dead-letter twin, where it is absent. */
    public LocalKafka createTopics(int partitions) {
        try (var admin = admin()) {
            createTopics(admin, partitions);
        }
        return this;
    }

    /** What a client sets as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Waits until the node was shut down. */
    public void awaitShutdown() {
        if (server != null) {
            server.awaitShutdown();
        }
    }

    @Override
    public void close() {
        var running = server;
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            server = null;
        }
    }

    private void format() {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + directory, e);
        }
    }

    private Map<String, String> configuration() {
        var configuration = new HashMap<String, String>();
        configuration.put("node.id", Integer.toString(NODE));
        configuration.put("process.roles", "broker,controller");
        configuration.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        configuration.put("listeners", "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        configuration.put("advertised.listeners", "BROKER://127.0.0.1:" + port);
        configuration.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        configuration.put("inter.broker.listener.name", "BROKER");
        configuration.put("controller.listener.names", "CONTROLLER");
        configuration.put("log.dirs", directory.toString());
        configuration.put("auto.create.topics.enable", "false");
        configuration.put("default.replication.factor", "1");
        configuration.put("offsets.topic.replication.factor", "1");
        configuration.put("offsets.topic.num.partitions", "4");
        configuration.put("transaction.state.log.replication.factor", "1");
        configuration.put("transaction.state.log.min.isr", "1");
        configuration.put("transaction.state.log.num.partitions", "4");
        configuration.put("share.coordinator.state.topic.replication.factor", "1");
        configuration.put("share.coordinator.state.topic.min.isr", "1");
        configuration.put("share.coordinator.state.topic.num.partitions", "1");
        // one node waits for nobody: consumers join at once
        configuration.put("group.initial.rebalance.delay.ms", "0");
        // after a kill the controller takes the node back only when the old session has ended
        configuration.put("broker.session.timeout.ms", "3000");
        configuration.put("broker.heartbeat.interval.ms", "500");
        configuration.put("num.network.threads", "2");
        configuration.put("num.io.threads", "4");
        configuration.put("num.recovery.threads.per.data.dir", "2");
        configuration.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        // a segment's index is allocated ahead: 10 MB each would cost gigabytes over a hundred partitions
        configuration.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        configuration.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        return configuration;
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                "10000"));
    }

    private static void createTopics(Admin admin, int partitions) {
        try {
            var wanted = wanted(partitions);
            var present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            var absent = wanted.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(absent).all().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot create the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topics", e);
        }
    }

    private static Collection<NewTopic> wanted(int partitions) {
        var topics = new ArrayList<NewTopic>();
        for (var name : Topics.ALL) {
            var topic = new NewTopic(name, partitions, (short) 1);
            if (name.equals(Topics.CLIENT_STATES)) {
                topic.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            }
            topics.add(topic);
            topics.add(new NewTopic(Topics.deadLetterOf(name), 1, (short) 1));
        }
        return List.copyOf(topics);
    }
}
