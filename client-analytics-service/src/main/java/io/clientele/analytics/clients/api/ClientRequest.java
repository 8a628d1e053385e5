package io.clientele.analytics.clients.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.clientele.analytics.clients.Findings;
import io.clientele.contracts.JsonValues;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.contracts.clients.Sex;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The record of a client as the bank's systems send it: the body of a PUT, and a line of an import. */
@Schema(
        name = "ClientRequest",
        description =
                "The record of a client. It replaces what was known: a field left out is empty from then on. `lei`, `nace`, `parentId` and `ownership` belong to companies, `birthDate` and `sex` to persons.")
public record ClientRequest(
        @Schema(
                description =
                        "The bank's own client number. Required in a line of an import; beside a path it is the same.",
                pattern = "^[A-Za-z0-9._-]{1,64}$",
                examples = "10482")
        @Nullable
        String id,

        @Schema(required = true, description = "What kind of legal subject the client is.", examples = "PERSON")
        @Nullable
        ClientType type,

        @Schema(
                description = "Full name of a person (personal data), legal name of a company (required for one).",
                maxLength = 200,
                examples = "Jana Nováková")
        @Nullable
        String name,

        @Schema(
                description = "Legal Entity Identifier (ISO 17442) of a company; its check digits are verified.",
                pattern = "^[0-9A-Z]{18}[0-9]{2}$",
                examples = "529900T8BM49AURSDO55")
        @Nullable
        String lei,

        @Schema(
                description = "Industry of a company, NACE Rev. 2.1: section, division, group or class.",
                examples = "25.73")
        @Nullable
        String nace,

        @Schema(description = "Date of birth of a person (personal data).", examples = "1970-12-13") @Nullable
        LocalDate birthDate,

        @Schema(description = "Sex of a person (personal data).", examples = "FEMALE") @Nullable
        Sex sex,

        @Schema(description = "Country of domicile, ISO 3166-1 alpha-2.", pattern = "^[A-Z]{2}$", examples = "CZ")
        @Nullable
        String domicile,

        @Schema(description = "Branch that keeps the relationship.", maxLength = 100, examples = "Pisek") @Nullable
        String branch,

        @Schema(
                description = "User id of the relationship manager, who sees the client from then on.",
                maxLength = 64,
                examples = "rm-1")
        @Nullable
        String manager,

        @Schema(
                description = "Team of the relationship manager, whose leaders see the client too.",
                maxLength = 64,
                examples = "team-1")
        @Nullable
        String team,

        @Schema(description = "Tier the bank serves the client in.", maxLength = 50, examples = "STANDARD") @Nullable
        String tier,

        @Schema(description = "Where the know-your-customer check stands.", examples = "VERIFIED") @Nullable
        KycStatus kycStatus,

        @Schema(
                description = "Client number of a company's parent; its own record may come later.",
                pattern = "^[A-Za-z0-9._-]{1,64}$",
                examples = "10001")
        @Nullable
        String parentId,

        @Schema(
                description = "Percent of the company that the parent owns, above 0 and at most 100, up to 4 decimals.",
                examples = "51.5")
        @Nullable
        BigDecimal ownership,

        @Schema(description = "Day the relationship began.", examples = "1993-02-14") @Nullable
        LocalDate relationshipSince,

        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "Up to 200 further attributes by name: strings of up to 1000 characters, numbers, booleans or lists of up to 100 of these. No personal data: an erasure does not reach them.",
                examples = "{\"district\":\"Pisek\"}")
        @Nullable
        Map<String, Object> attributes,

        @Schema(
                description =
                        "Contracts the client holds or held, at most 1000. In CSV the cell holds this JSON array.")
        @JsonDeserialize(using = ProductsOrCell.class)
        @Nullable
        List<@Nullable Product> products) {

    /** A contract of the client. */
    @Schema(name = "ClientProduct", description = "A contract the client holds or held.")
    public record Product(
            @Schema(
                    required = true,
                    description = "Code of the product.",
                    pattern = "^[A-Za-z0-9._-]{1,64}$",
                    examples = "ACCOUNT")
            @Nullable
            String product,

            @Schema(
                    required = true,
                    description = "The bank's own number of the contract, unique per client and product.",
                    pattern = "^[A-Za-z0-9._-]{1,64}$",
                    examples = "acc-1")
            @Nullable
            String id,

            @Schema(description = "Day the contract began; may lie ahead.", examples = "1993-02-14") @Nullable
            LocalDate openedOn,

            @Schema(description = "Day the contract ended; absent while it runs.", examples = "2001-05-31") @Nullable
            LocalDate closedOn) {}

    /**
     * The record of client {@code clientId}.
     *
     * @throws ProblemException 422 when something is missing or of no known form; the rules of records are checked later
     */
    ClientRecord toRecord(@Nullable String clientId) {
        Findings findings = new Findings();
        if (clientId == null) {
            findings.add("/id", "is required: the bank's own client number");
        } else if (id != null && !id.equals(clientId)) {
            findings.add("/id", "is the client number in the path, or left out");
        }
        if (type == null) {
            findings.add("/type", "is required: PERSON or COMPANY");
        }
        List<HeldProduct> held = held(findings);
        if (attributes != null) {
            findings.checkAttributes(attributes);
        }
        findings.refuseIfAny();
        return new ClientRecord(
                java.util.Objects.requireNonNull(clientId),
                java.util.Objects.requireNonNull(type),
                name,
                lei,
                nace,
                birthDate,
                sex,
                domicile,
                branch,
                manager,
                team,
                tier,
                kycStatus,
                parentId,
                ownership,
                relationshipSince,
                attributes == null ? null : JsonValues.copyOf(attributes),
                held);
    }

    private List<HeldProduct> held(Findings findings) {
        List<HeldProduct> held = new ArrayList<>();
        List<@Nullable Product> sent = products == null ? List.of() : products;
        for (int i = 0; i < sent.size(); i++) {
            Product one = sent.get(i);
            if (one == null || one.product == null || one.id == null) {
                findings.add("/products/" + i, "has a product and an id");
            } else {
                held.add(new HeldProduct(one.product, one.id, one.openedOn, one.closedOn));
            }
        }
        return held;
    }
}
