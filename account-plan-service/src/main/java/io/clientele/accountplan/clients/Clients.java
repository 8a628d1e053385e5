package io.clientele.accountplan.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The clients the caller may see. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, String> {

    private static final TypeReference<Map<String, ClientReference.Origin>> ORIGINS = new TypeReference<>() {};
    private static final List<String> FILTERS = List.of("manager", "team", "tier");
    private static final String WITH_NAME =
            "select c as client, p.name as name from Client c left join ClientPerson p on p.clientId = c.clientId ";

    private final ObjectMapper json;

    Clients(ObjectMapper json) {
        this.json = json;
    }

    /** One client with its name, when there is one in the caller's scope. */
    public Optional<ClientReference> reference(String clientId) {
        return getEntityManager()
                .createQuery(WITH_NAME + "where c.clientId = :id", Tuple.class)
                .setParameter("id", clientId)
                .getResultStream()
                .map(this::reference)
                .findFirst();
    }

    /** A page of clients in the order of their numbers; filters {@code manager}, {@code team} and {@code tier}. */
    public List<ClientReference> references(Seek seek) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", seek.after() == null ? "" : seek.after());
        StringBuilder query = new StringBuilder(WITH_NAME).append("where c.clientId > :after");
        for (String field : FILTERS) {
            if (seek.filter(field) != null) {
                query.append(" and c.%1$s = :%1$s".formatted(field));
                parameters.put(field, seek.filter(field));
            }
        }
        TypedQuery<Tuple> page = getEntityManager().createQuery(query + " order by c.clientId", Tuple.class);
        parameters.forEach(page::setParameter);
        return page.setMaxResults(seek.fetch())
                .getResultStream()
                .map(this::reference)
                .toList();
    }

    /**
     * The client a command names.
     *
     * @param pointer where the request names it
     * @throws ProblemException 422 {@code client-unknown} when there is none in the caller's scope
     */
    public Client forCommand(String clientId, String pointer) {
        return findByIdOptional(clientId).orElseThrow(() -> unknown(pointer));
    }

    /**
     * A client to read about.
     *
     * @throws ProblemException 404 when there is none in the caller's scope
     */
    public Client get(String clientId) {
        return findByIdOptional(clientId).orElseThrow(ProblemException::notFound);
    }

    /**
     * Passes when there is such a client in the caller's scope.
     *
     * @throws ProblemException 404
     */
    public void requireVisible(String clientId) {
        if (findById(clientId) == null) {
            throw ProblemException.notFound();
        }
    }

    /** Lets transactions about one client follow each other: the next waits here until this one ends. */
    public void waitForTurn(String clientId) {
        getEntityManager()
                .createNativeQuery("select 1 from client where client_id = :id for no key update")
                .setParameter("id", clientId)
                .getResultList();
    }

    /**
     * Passes when the client exists in the caller's scope.
     *
     * @throws ProblemException 422 {@code client-unknown}
     */
    public void require(@Nullable String clientId, String pointer) {
        if (clientId != null && findById(clientId) == null) {
            throw unknown(pointer);
        }
    }

    private static ProblemException unknown(String pointer) {
        return ProblemException.ruleViolated(
                "client-unknown",
                "There is no such client, or it is not in your book.",
                new FieldError(pointer, "is no client you look after"));
    }

    private ClientReference reference(Tuple row) {
        Client client = row.get("client", Client.class);
        String personName = row.get("name", String.class);
        return new ClientReference(
                client, client.legalName() == null ? personName : client.legalName(), origins(client));
    }

    private SortedMap<String, ClientReference.Origin> origins(Client client) {
        try {
            SortedMap<String, ClientReference.Origin> origins = new TreeMap<>();
            json.readValue(client.origins(), ORIGINS)
                    .forEach((column, origin) -> origins.put(fieldName(column), origin));
            return origins;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("origins of client fields cannot be read", unreadable);
        }
    }

    private static String fieldName(String column) {
        StringBuilder name = new StringBuilder(column);
        for (int at = name.indexOf("_"); at >= 0; at = name.indexOf("_", at)) {
            name.deleteCharAt(at);
            name.setCharAt(at, Character.toUpperCase(name.charAt(at)));
        }
        return name.toString();
    }
}
