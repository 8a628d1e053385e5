package io.clientele.accountplan;

import io.clientele.contracts.clients.ClientRegistered;
import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.ClientUpdated;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.platform.caller.Work;
import io.clientele.platform.clients.ClientReplica;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes clients known to the service, as the client events do. */
@ApplicationScoped
public class KnownClients {

    private static final Instant REGISTERED = Instant.parse("2025-11-03T08:00:00Z");

    private final ClientReplica replica;

    KnownClients(ClientReplica replica) {
        this.replica = replica;
    }

    /** A company in the book of {@code manager}. */
    public static ClientState company(String id, @Nullable String manager, @Nullable String team) {
        return new ClientState(
                id,
                ClientType.COMPANY,
                "Moravia Steel a.s.",
                "315700DDIGTTXNHXPR12",
                "24.10",
                null,
                null,
                "CZ",
                "b-07",
                manager,
                team,
                "platinum",
                KycStatus.VERIFIED,
                null,
                null,
                LocalDate.of(1993, 1, 5),
                Map.of(),
                List.of());
    }

    /** A natural person in the book of {@code manager}. */
    public static ClientState person(String id, String name, String manager) {
        return new ClientState(
                id,
                ClientType.PERSON,
                name,
                null,
                null,
                LocalDate.of(1950, 4, 1),
                null,
                "CZ",
                null,
                manager,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of());
    }

    public void register(ClientState client) {
        register(client, 1);
    }

    public boolean register(ClientState client, long sequence) {
        return applied(() -> replica.apply(
                new ClientRegistered(client.clientId(), client, REGISTERED, "core-banking", "/v1/clients/x"),
                sequence));
    }

    public boolean update(ClientState client, long sequence, Instant at, String source) {
        return applied(() -> replica.apply(
                new ClientUpdated(client.clientId(), client, Map.of(), at, source, "/v1/clients/x"), sequence));
    }

    private static boolean applied(java.util.function.BooleanSupplier event) {
        return Work.of("test-fixture")
                .call(() -> QuarkusTransaction.requiringNew().call(event::getAsBoolean));
    }
}
