package io.clientele.analytics.clients;

import io.clientele.contracts.Change;
import io.clientele.contracts.clients.ClientState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a client, by field as {@code client.updated} tells it. */
final class RecordChanges {

    private final Map<String, Change> changes = new LinkedHashMap<>();

    private RecordChanges() {}

    static Map<String, Change> between(ClientState before, ClientState after) {
        RecordChanges found = new RecordChanges();
        found.note("type", before.type(), after.type());
        found.note("name", before.name(), after.name());
        found.note("lei", before.lei(), after.lei());
        found.note("nace", before.nace(), after.nace());
        found.note("birthDate", before.birthDate(), after.birthDate());
        found.note("sex", before.sex(), after.sex());
        found.note("domicile", before.domicile(), after.domicile());
        found.note("branch", before.branch(), after.branch());
        found.note("manager", before.manager(), after.manager());
        found.note("team", before.team(), after.team());
        found.note("tier", before.tier(), after.tier());
        found.note("kycStatus", before.kycStatus(), after.kycStatus());
        found.note("parentId", before.parentId(), after.parentId());
        found.note("ownership", before.ownership(), after.ownership());
        found.note("relationshipSince", before.relationshipSince(), after.relationshipSince());
        var names = new TreeSet<>(before.attributes().keySet());
        names.addAll(after.attributes().keySet());
        names.forEach(name -> found.note(
                "attributes." + name,
                before.attributes().get(name),
                after.attributes().get(name)));
        found.note("products", before.products(), after.products());
        return found.changes;
    }

    private void note(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(field, new Change(scalar(before), scalar(after)));
        }
    }

    /** Lists have no before and after: the state tells what is in them now. */
    private static @Nullable Object scalar(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Iterable<?> list -> null;
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }
}
