package io.clientele.analytics.lists;

import io.clientele.contracts.Change;
import io.clientele.platform.audit.Audit;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.database.Statements;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes an upload as the next version of a list, whole or not at all. A line holds a client number, or a table's first column
 * does; a header {@code clientId} is passed over.
 */
@ApplicationScoped
public class UploadingLists {

    /** How many lines a file has at most. */
    public static final int MOST_LINES = 5_000_000;

    private static final int AT_ONCE = 10_000;
    private static final int LONGEST_LINE = 1_000;
    private static final Pattern CLIENT_NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final String ENTER = """
            INSERT INTO client_list_entry (list_id, number, client_id)
            SELECT ?, ?, c.client_id FROM unnest(?) AS named(client_id) JOIN client c ON c.client_id = named.client_id
            ON CONFLICT DO NOTHING""";

    private static final String REJECT = """
            INSERT INTO client_list_rejection (list_id, number, line)
            SELECT ?, ?, named.line::bigint FROM unnest(?, ?) AS named(line, client_id)
            WHERE NOT EXISTS (SELECT 1 FROM client c WHERE c.client_id = named.client_id)""";

    private static final String VERSION = """
            INSERT INTO client_list_version (list_id, number, uploaded_by, in_force_from, lines, clients, duplicates, rejected)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final ClientLists lists;
    private final Statements statements;
    private final Audit audit;
    private final Event<ListUploaded> uploaded;
    private final CurrentWork work;
    private final Clock clock;

    UploadingLists(
            ClientLists lists,
            Statements statements,
            Audit audit,
            Event<ListUploaded> uploaded,
            CurrentWork work,
            Clock clock) {
        this.lists = lists;
        this.statements = statements;
        this.audit = audit;
        this.uploaded = uploaded;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Puts the clients a file names on the list, in place of those before.
     *
     * @throws ProblemException 404; 422 {@code list-too-long}, {@code list-empty}
     */
    @Transactional
    public ListVersion upload(UUID listId, InputStream file) {
        ClientList list = lists.lock(listId);
        int number = list.nextVersion();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Tally tally = new Tally(listId, number);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            read(reader, tally);
        } catch (IOException cutOff) {
            throw ProblemException.malformed("upload-cut-off", "The upload ended early; send the file again.");
        }
        if (tally.lines == 0) {
            throw ProblemException.ruleViolated("list-empty", "The file names no client; an empty list is not taken.");
        }
        ListVersion version = new ListVersion(
                listId,
                number,
                work.caller().id(),
                now,
                tally.lines,
                tally.clients,
                tally.lines - tally.clients - tally.rejected,
                tally.rejected);
        statements.update(
                VERSION,
                listId,
                number,
                version.uploadedBy(),
                now,
                version.lines(),
                version.clients(),
                version.duplicates(),
                version.rejected());
        audit.record(
                "upload",
                "client-list",
                listId.toString(),
                null,
                Map.of("version", new Change(null, number), "clients", new Change(null, version.clients())));
        uploaded.fire(new ListUploaded(listId));
        return version;
    }

    private static void read(BufferedReader reader, Tally tally) throws IOException {
        long place = 0;
        for (String line = line(reader); line != null; line = line(reader)) {
            String named = firstCell(line);
            if (named.isEmpty() || (place == 0 && named.equalsIgnoreCase("clientId"))) {
                continue;
            }
            place++;
            tally.add(place, named);
        }
        tally.write();
    }

    /** Without a line that never ends filling the memory. */
    private static @Nullable String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() < LONGEST_LINE) {
                line.append((char) next);
            }
            next = reader.read();
        }
        return line.toString();
    }

    private static String firstCell(String line) {
        int end = line.indexOf(',');
        return (end < 0 ? line : line.substring(0, end))
                .replace("\"", "")
                .replace("\uFEFF", "")
                .strip();
    }

    /** Counts lines and writes them many at once. */
    private final class Tally {

        private final UUID listId;
        private final int number;
        private final List<Long> places = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private long lines;
        private long clients;
        private long rejected;

        Tally(UUID listId, int number) {
            this.listId = listId;
            this.number = number;
        }

        void add(long place, String named) {
            if (++lines > MOST_LINES) {
                throw ProblemException.ruleViolated("list-too-long", "A list has at most " + MOST_LINES + " lines.");
            }
            places.add(place);
            names.add(CLIENT_NUMBER.matcher(named).matches() ? named : "");
            if (names.size() == AT_ONCE) {
                write();
            }
        }

        void write() {
            if (!names.isEmpty()) {
                clients += statements.update(ENTER, listId, number, names);
                rejected += statements.update(REJECT, listId, number, places, names);
                places.clear();
                names.clear();
            }
        }
    }
}
