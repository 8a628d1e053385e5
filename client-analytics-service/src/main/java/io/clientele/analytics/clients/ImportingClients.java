package io.clientele.analytics.clients;

import io.clientele.analytics.clients.ClientTable.Row;
import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.audit.AuditedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes client records in bulk, with a few statements for all of them. Rows, events and audit are those that
 * {@link RecordingClients} makes of the same records one by one.
 */
@ApplicationScoped
public class ImportingClients {

    private final ClientTable table;
    private final ClientBook book;
    private final ClientNews news;
    private final AuditedRows audit;
    private final Event<ClientChanged> changed;
    private final Clock clock;

    ImportingClients(
            ClientTable table,
            ClientBook book,
            ClientNews news,
            AuditedRows audit,
            Event<ClientChanged> changed,
            Clock clock) {
        this.table = table;
        this.book = book;
        this.news = news;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Takes records that passed {@link RecordingClients#check}, one after the other; of several about one client the last one
     * stands.
     *
     * @return how many said what was known
     */
    @Transactional
    public long takeAll(List<ClientRecord> records) {
        if (records.isEmpty()) {
            return 0;
        }
        List<ClientState> states = records.stream().map(Client::stateOf).toList();
        Map<String, ClientState> last = new HashMap<>();
        states.forEach(state -> last.put(state.clientId(), state));
        book.lockOrAssign(last.values());
        Map<String, Row> before = table.read(last.keySet());
        Map<String, Row> after = new LinkedHashMap<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long unchanged = 0;
        for (ClientState state : states) {
            String id = state.clientId();
            Row known = after.getOrDefault(id, before.get(id));
            Row taken = take(state, known, before.get(id), now);
            if (taken == null) {
                unchanged++;
            } else {
                after.put(id, taken);
            }
        }
        if (!after.isEmpty()) {
            write(before, after);
        }
        return unchanged;
    }

    /**
     * @param known the client as the records before this one left it
     * @param stored as the database has it
     * @return null when the record says what is known
     */
    private @Nullable Row take(ClientState state, @Nullable Row known, @Nullable Row stored, Instant now) {
        if (known == null) {
            news.registered(state, now);
            return new Row(state, now, now, 0);
        }
        if (known.state().equals(state)) {
            return null;
        }
        news.updated(known.state(), state, now);
        // one version a transaction, but for a new client, which is there before it changes
        return new Row(state, known.registeredAt(), now, stored == null ? 1 : stored.version() + 1);
    }

    private void write(Map<String, Row> before, Map<String, Row> after) {
        Set<String> otherProducts = new HashSet<>();
        after.forEach((id, row) -> {
            Row was = before.get(id);
            if (was == null
                    ? !row.state().products().isEmpty()
                    : !was.state().products().equals(row.state().products())) {
                otherProducts.add(id);
            }
        });
        table.write(after.values(), otherProducts);
        List<ClientState> reassigned = after.values().stream()
                .map(Row::state)
                .filter(state -> isReassigned(before.get(state.clientId()), state))
                .toList();
        if (!reassigned.isEmpty()) {
            book.assign(reassigned);
        }
        after.forEach((id, row) -> note(before.get(id), row));
        changed.fire(new ClientChanged(after.keySet()));
    }

    /** New clients were assigned as their place in the book was made. */
    private static boolean isReassigned(@Nullable Row was, ClientState now) {
        return was != null
                && !(Objects.equals(was.state().manager(), now.manager())
                        && Objects.equals(was.state().team(), now.team()));
    }

    private void note(@Nullable Row was, Row row) {
        String id = row.state().clientId();
        if (was == null) {
            audit.created(Client.class, id, fields(row));
            return;
        }
        Map<String, @Nullable Object> before = fields(was);
        Map<String, @Nullable Object> after = fields(row);
        before.put("products", products(was.state()));
        after.put("products", products(row.state()));
        audit.updated(Client.class, id, before, after);
    }

    private static Collection<ClientProduct> products(ClientState state) {
        return state.products().stream().map(ClientProduct::of).toList();
    }

    /** By the names of the entity's fields. */
    private static Map<String, @Nullable Object> fields(Row row) {
        ClientState state = row.state();
        boolean person = state.type() == ClientType.PERSON;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("type", state.type());
        fields.put("legalName", person ? null : state.name());
        fields.put("personName", person ? state.name() : null);
        fields.put("birthDate", state.birthDate());
        fields.put("sex", state.sex());
        fields.put("lei", state.lei());
        fields.put("nace", state.nace());
        fields.put("domicile", state.domicile());
        fields.put("branch", state.branch());
        fields.put("manager", state.manager());
        fields.put("team", state.team());
        fields.put("tier", state.tier());
        fields.put("kycStatus", state.kycStatus());
        fields.put("parentId", state.parentId());
        fields.put("ownership", state.ownership());
        fields.put("relationshipSince", state.relationshipSince());
        fields.put("attributes", state.attributes());
        fields.put("registeredAt", row.registeredAt());
        fields.put("changedAt", row.changedAt());
        return fields;
    }
}
