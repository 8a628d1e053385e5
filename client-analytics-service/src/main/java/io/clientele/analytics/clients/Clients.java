package io.clientele.analytics.clients;

import io.clientele.contracts.clients.ClientType;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clients the caller may see. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, String> {

    private static final String MEMBER =
            "cast(sql('exists (select 1 from segment_membership m where m.client_id = ? and m.segment_id = ? and m.left_at is null)', id, :segment) as Boolean) = true";

    /**
     * What a search asks for; null leaves a field open.
     *
     * @param segment only clients who are members of this segment now
     */
    public record Filter(
            @Nullable ClientType type,
            @Nullable String manager,
            @Nullable String team,
            @Nullable String tier,
            @Nullable UUID segment) {}

    /**
     * The client.
     *
     * @throws ProblemException 404 when there is none, or none in the caller's scope
     */
    public Client get(String id) {
        if (!id.matches(RecordRules.CLIENT_NUMBER)) {
            throw ProblemException.notFound();
        }
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Clients in order of their number. */
    public List<Client> search(Filter filter, @Nullable String afterId, int atMost) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        add("type", "=", filter.type(), conditions, values);
        add("manager", "=", filter.manager(), conditions, values);
        add("team", "=", filter.team(), conditions, values);
        add("tier", "=", filter.tier(), conditions, values);
        add("id", ">", afterId, conditions, values);
        if (filter.segment() != null) {
            conditions.add(MEMBER);
            values.put("segment", filter.segment());
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return find(where + " order by id", values).page(0, atMost).list();
    }

    private static void add(
            String field,
            String comparison,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(field + " " + comparison + " :" + field);
            values.put(field, value);
        }
    }

    /** Those of these clients that are known, by number. */
    Map<String, Client> known(Collection<String> ids) {
        return getSession().findMultiple(Client.class, List.copyOf(ids)).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Client::id, client -> client));
    }

    /** Which of these client numbers are known. One statement with one parameter, however many they are. */
    public Set<String> knownIds(Collection<String> ids) {
        return new HashSet<>(getSession()
                .createNativeQuery("SELECT client_id FROM client WHERE client_id = ANY (:ids)", String.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList());
    }
}
