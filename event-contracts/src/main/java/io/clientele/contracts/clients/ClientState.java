package io.clientele.contracts.clients;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.JsonValues;
import io.clientele.contracts.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The full record of a client as it stands. On the compacted topic the newest record of a key is the client's state, and
 * an erased client is a tombstone (a record with the key and no value).
 *
 * @param clientId the bank's own client number, {@code [A-Za-z0-9._-]{1,64}}
 * @param type what kind of legal subject the client is
 * @param name legal name of a company, full name of a person (personal)
 * @param lei Legal Entity Identifier (ISO 17442)
 * @param nace industry, a NACE code such as {@code 64.19}
 * @param birthDate date of birth of a person (personal)
 * @param sex sex of a person (personal)
 * @param domicile country, ISO 3166-1 alpha-2
 * @param branch code of the branch that keeps the relationship
 * @param manager user id of the relationship manager
 * @param team team of the relationship manager
 * @param tier tier the bank serves the client in
 * @param kycStatus where the know-your-customer check stands
 * @param parentId client number of the parent company
 * @param ownership share of this client that the parent owns, percent, above 0 and at most 100
 * @param relationshipSince day the relationship began
 * @param attributes further attributes by name: strings, numbers, booleans, dates as ISO 8601 strings, or lists of these
 * @param products what the client holds
 */
@Event(
        type = "io.clientele.client-states.client.state-changed.v1",
        topic = Topics.CLIENT_STATES,
        summary = "The full record of a client, published after each change of it, kept by compaction.")
public record ClientState(
        String clientId,
        ClientType type,
        @Nullable String name,
        @Nullable String lei,
        @Nullable String nace,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String domicile,
        @Nullable String branch,
        @Nullable String manager,
        @Nullable String team,
        @Nullable String tier,
        @Nullable KycStatus kycStatus,
        @Nullable String parentId,
        @Nullable BigDecimal ownership,
        @Nullable LocalDate relationshipSince,
        Map<String, Object> attributes,
        List<HeldProduct> products)
        implements DomainEvent {

    public ClientState {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(type, "type");
        attributes = JsonValues.copyOf(attributes);
        products = List.copyOf(products);
    }

    @Override
    public String subject() {
        return clientId;
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
