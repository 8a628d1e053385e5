package io.clientele.analytics.clients.api;

import io.clientele.analytics.clients.Client;
import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.contracts.clients.Sex;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client as it stands. */
@Schema(name = "Client", description = "A client as it stands. A field that is not known is absent.")
public record ClientResponse(
        @Schema(description = "The bank's own client number.", examples = "10482")
        String id,

        @Schema(description = "What kind of legal subject the client is.", examples = "PERSON")
        ClientType type,

        @Schema(
                description = "Full name of a person (personal data), legal name of a company.",
                examples = "Jana Nováková")
        @Nullable
        String name,

        @Schema(description = "Legal Entity Identifier (ISO 17442) of a company.", examples = "529900T8BM49AURSDO55")
        @Nullable
        String lei,

        @Schema(description = "Industry of a company, NACE Rev. 2.1.", examples = "25.73") @Nullable
        String nace,

        @Schema(description = "Date of birth of a person (personal data).", examples = "1970-12-13") @Nullable
        LocalDate birthDate,

        @Schema(description = "Sex of a person (personal data).", examples = "FEMALE") @Nullable
        Sex sex,

        @Schema(description = "Country of domicile, ISO 3166-1 alpha-2.", examples = "CZ") @Nullable
        String domicile,

        @Schema(description = "Branch that keeps the relationship.", examples = "Pisek") @Nullable
        String branch,

        @Schema(description = "User id of the relationship manager.", examples = "rm-1") @Nullable
        String manager,

        @Schema(description = "Team of the relationship manager.", examples = "team-1") @Nullable
        String team,

        @Schema(description = "Tier the bank serves the client in.", examples = "STANDARD") @Nullable
        String tier,

        @Schema(description = "Where the know-your-customer check stands.", examples = "VERIFIED") @Nullable
        KycStatus kycStatus,

        @Schema(
                description = "Client number of a company's parent; its record may not be known yet.",
                examples = "10001")
        @Nullable
        String parentId,

        @Schema(description = "Percent of the company that the parent owns.", examples = "51.5") @Nullable
        BigDecimal ownership,

        @Schema(description = "Day the relationship began.", examples = "1993-02-14") @Nullable
        LocalDate relationshipSince,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Further attributes by name.",
                examples = "{\"district\":\"Pisek\"}")
        Map<String, Object> attributes,

        @Schema(description = "Contracts the client holds or held, in order of product and contract number.")
        List<Product> products,

        @Schema(description = "When the first record came, business time.", examples = "2026-01-31T12:00:00Z")
        Instant registeredAt,

        @Schema(description = "When the record last changed, business time.", examples = "2026-02-03T08:15:00Z")
        Instant changedAt) {

    /** A contract of the client. */
    @Schema(name = "HeldContract", description = "A contract the client holds or held.")
    public record Product(
            @Schema(description = "Code of the product.", examples = "ACCOUNT")
            String product,

            @Schema(description = "The bank's own number of the contract.", examples = "acc-1")
            String id,

            @Schema(description = "Day the contract began; may lie ahead.", examples = "1993-02-14") @Nullable
            LocalDate openedOn,

            @Schema(description = "Day the contract ended; absent while it runs.", examples = "2001-05-31") @Nullable
            LocalDate closedOn) {

        static Product from(HeldProduct held) {
            return new Product(held.product(), held.id(), held.openedOn(), held.closedOn());
        }
    }

    static ClientResponse from(Client client) {
        ClientState state = client.state();
        return new ClientResponse(
                state.clientId(),
                state.type(),
                state.name(),
                state.lei(),
                state.nace(),
                state.birthDate(),
                state.sex(),
                state.domicile(),
                state.branch(),
                state.manager(),
                state.team(),
                state.tier(),
                state.kycStatus(),
                state.parentId(),
                state.ownership(),
                state.relationshipSince(),
                state.attributes(),
                state.products().stream().map(Product::from).toList(),
                client.registeredAt(),
                client.changedAt());
    }
}
