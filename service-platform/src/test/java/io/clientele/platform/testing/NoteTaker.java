package io.clientele.platform.testing;

import io.clientele.platform.events.Events;
import io.clientele.platform.inbox.InboundConsumer;
import io.clientele.platform.inbox.InboundEvent;
import io.clientele.platform.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The consumer of the test application: writes down each note and announces title pages, unless it is told to fail. */
@ApplicationScoped
public class NoteTaker {

    public static final String NAME = "note-taker";
    public static final int TITLE_PAGE = 0;

    private final InboundConsumer consumer;
    private final DataSource database;
    private final Events events;
    private final Map<String, Queue<Supplier<RuntimeException>>> failures = new ConcurrentHashMap<>();

    NoteTaker(Inbox inbox, DataSource database, Events events) {
        this.consumer = inbox.consumer(NAME, this::apply);
        this.database = database;
        this.events = events;
    }

    @Incoming("notes")
    @Blocking
    public void takeAll(ConsumerRecords<String, byte[]> poll) {
        consumer.takeAll(poll);
    }

    public void take(ConsumerRecord<String, byte[]> delivered) {
        consumer.take(delivered);
    }

    /** The next {@code times} that this note's page comes, after its effect, fails so. */
    public void failOn(String note, int page, int times, Supplier<RuntimeException> failure) {
        Queue<Supplier<RuntimeException>> planned = new ConcurrentLinkedQueue<>();
        for (int time = 0; time < times; time++) {
            planned.add(failure);
        }
        failures.put(note + "/" + page, planned);
    }

    /** Everything works again. */
    public void failNoMore() {
        failures.clear();
    }

    private void apply(InboundEvent event) {
        NoteTaken note = event.payload(NoteTaken.class);
        write(note);
        if (note.page() == TITLE_PAGE) {
            events.publish(note);
        }
        Queue<Supplier<RuntimeException>> planned = failures.get(note.noteId() + "/" + note.page());
        Supplier<RuntimeException> failure = planned == null ? null : planned.poll();
        if (failure != null) {
            throw failure.get();
        }
    }

    private void write(NoteTaken note) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO test_note_taken (note_id, page) VALUES (?, ?)")) {
            insert.setString(1, note.noteId());
            insert.setInt(2, note.page());
            insert.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
