package io.clientele.contracts.inbound;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.JsonValues;
import io.clientele.contracts.Topics;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.contracts.clients.Sex;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record of a client as the bank's systems hold it, the body of {@code PUT /v1/clients/{id}} with the client number.
 * It replaces what was known: a field that is absent is empty from then on.
 *
 * @param clientId the bank's own client number, {@code [A-Za-z0-9._-]{1,64}}
 * @param type what kind of legal subject the client is
 * @param name legal name of a company, full name of a person (personal)
 * @param lei Legal Entity Identifier (ISO 17442), check digits are verified
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
        type = "io.clientele.client-records.client.recorded.v1",
        topic = Topics.CLIENT_RECORDS,
        summary = "The bank's systems send the record of a client; sent again without a difference it changes nothing.")
public record ClientRecord(
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
        @Nullable Map<String, Object> attributes,
        @Nullable List<HeldProduct> products)
        implements DomainEvent {

    public ClientRecord {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(type, "type");
        attributes = attributes == null ? null : JsonValues.copyOf(attributes);
        products = products == null ? null : List.copyOf(products);
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
