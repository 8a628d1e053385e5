package io.clientele.platform.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contracts.Change;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.caller.Work;
import io.clientele.platform.transaction.BeforeCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit trail. Changes of entities are recorded by themselves, as {@code create}, {@code update} or
 * {@code delete}; what is changed by SQL must be recorded here.
 */
@ApplicationScoped
public class Audit {

    private record Resource(String type, String id) {}

    private final BeforeCommit<AuditEntry> pending;
    private final CurrentWork work;
    private final Clock clock;
    private final ObjectMapper json;

    Audit(AuditTable table, BeforeCommit.Factory transactions, CurrentWork work, Clock clock, ObjectMapper json) {
        this.pending = transactions.collect(Audit.class, entries -> table.insert(merged(entries)));
        this.work = work;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Records a mutation made by SQL, with the transaction in progress.
     *
     * @param action a verb in kebab-case, at most 60 characters
     * @param resourceType kebab-case, singular, at most 60 characters
     * @param resourceId at most 200 characters
     * @param clientId the client concerned; null when no single client is
     * @param changes by field; no personal values
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            String action,
            String resourceType,
            String resourceId,
            @Nullable String clientId,
            Map<String, Change> changes) {
        Map<String, FieldChange> fields = new LinkedHashMap<>();
        changes.forEach((field, change) -> fields.put(
                field,
                new FieldChange(
                        change.before() == null ? null : json.valueToTree(change.before()),
                        change.after() == null ? null : json.valueToTree(change.after()))));
        add(action, resourceType, resourceId, clientId, fields);
    }

    void add(
            String action,
            String resourceType,
            String resourceId,
            @Nullable String clientId,
            Map<String, FieldChange> changes) {
        Work cause = work.get();
        pending.add(new AuditEntry(
                clock.instant(),
                cause.caller().id(),
                String.join(",", new TreeSet<>(cause.caller().roles())),
                action,
                resourceType,
                resourceId,
                clientId,
                changes,
                cause.correlationId()));
    }

    /** What the last flush of the transaction in progress changes will be recorded too. */
    void expectChanges() {
        pending.prepare();
    }

    /** One record per resource for what its entity went through; what was recorded by name stays as it is. */
    private static List<AuditEntry> merged(List<AuditEntry> entries) {
        Map<Object, AuditEntry> merged = new LinkedHashMap<>();
        for (AuditEntry entry : entries) {
            Object key =
                    isMutationOfEntity(entry) ? new Resource(entry.resourceType(), entry.resourceId()) : new Object();
            AuditEntry before = merged.get(key);
            AuditEntry both = before == null ? entry : before.then(entry);
            if (both == null) {
                merged.remove(key);
            } else {
                merged.put(key, both);
            }
        }
        return List.copyOf(merged.values());
    }

    private static boolean isMutationOfEntity(AuditEntry entry) {
        return switch (entry.action()) {
            case AuditEntry.CREATE, AuditEntry.UPDATE, AuditEntry.DELETE -> true;
            default -> false;
        };
    }
}
