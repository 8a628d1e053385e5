package io.clientele.accountplan.clients.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.ClientReference;
import io.clientele.contracts.clients.ClientType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Client", description = "Static information on a client, each field with its source and as-of time.")
record ClientResponse(
        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String id,

        @Schema(description = "Legal subject.") ClientType type,

        @Schema(description = "Legal name of a company, or the person's name.", examples = "Moravia Steel a.s.")
        @Nullable
        String name,

        @Schema(description = "Legal Entity Identifier, ISO 17442.", examples = "315700DDIGTTXNHXPR12") @Nullable
        String lei,

        @Schema(description = "Industry, NACE code.", examples = "24.10") @Nullable
        String nace,

        @Schema(description = "Country, ISO 3166-1 alpha-2.", examples = "CZ") @Nullable
        String domicile,

        @Schema(description = "Branch that keeps the relationship.", examples = "b-07") @Nullable
        String branch,

        @Schema(description = "User id of the relationship manager.", examples = "rm-novak") @Nullable
        String manager,

        @Schema(description = "Team of the relationship manager.", examples = "corporates-north") @Nullable
        String team,

        @Schema(description = "Tier the bank serves the client in.", examples = "platinum") @Nullable
        String tier,

        @Schema(description = "Where the know-your-customer check stands.", examples = "VERIFIED") @Nullable
        String kycStatus,

        @Schema(description = "Client number of the parent company.", examples = "C-10001") @Nullable
        String parentId,

        @Schema(
                description = "Share of this client the parent owns, percent.",
                type = SchemaType.STRING,
                examples = "75.0000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal ownership,

        @Schema(description = "Day the relationship began.", examples = "1993-01-05") @Nullable
        LocalDate relationshipSince,

        @Schema(description = "By field name: when the value was last reported changed, and by whom.")
        Map<String, ClientReference.Origin> origins) {

    static ClientResponse from(ClientReference reference) {
        Client client = reference.client();
        return new ClientResponse(
                client.clientId(),
                client.type(),
                reference.name(),
                client.lei(),
                client.nace(),
                client.domicile(),
                client.branch(),
                client.manager(),
                client.team(),
                client.tier(),
                client.kycStatus(),
                client.parentId(),
                client.ownership(),
                client.relationshipSince(),
                reference.origins());
    }
}
