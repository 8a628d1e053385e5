package io.clientele.loyalty.account.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.loyalty.account.PointsAccounts;
import io.clientele.loyalty.account.Transaction;
import io.clientele.loyalty.earning.Judgement;
import io.clientele.loyalty.member.Members;
import io.clientele.platform.caller.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET .../members/{memberId}/transactions}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/members/{memberId}/transactions")
@Tag(name = "Points")
@RunOnVirtualThread
@Transactional
class TransactionsResource {

    private final Members members;
    private final PointsAccounts points;
    private final ObjectMapper json;

    TransactionsResource(Members members, PointsAccounts points, ObjectMapper json) {
        this.members = members;
        this.points = points;
        this.json = json;
    }

    @GET
    @Path("/{transactionId}")
    @RolesAllowed({
        Roles.LOYALTY_OPERATOR,
        Roles.LOYALTY_APPROVER,
        Roles.FINANCE,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.RELATIONSHIP_MANAGER,
        Roles.TEAM_LEADER,
        Roles.SERVICE_AGENT,
        Roles.CLIENT
    })
    @Operation(
            summary = "Read a transaction",
            description =
                    "With the movements it is made of, the lots they touch and, for an earning, what each rule said and why.")
    @APIResponse(responseCode = "200", description = "The transaction.")
    public TransactionResponse getTransaction(
            @PathParam("programmeId") UUID programmeId,
            @PathParam("memberId") UUID memberId,
            @PathParam("transactionId") UUID transactionId) {
        Transaction transaction =
                points.transaction(members.get(programmeId, memberId).id(), transactionId);
        return TransactionResponse.from(
                transaction,
                points.entries(List.of(transactionId)).getOrDefault(transactionId, List.of()),
                points.explanation(transactionId).map(this::read).orElse(null));
    }

    private Judgement read(String explanation) {
        try {
            return json.readValue(explanation, Judgement.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a kept explanation cannot be read", unreadable);
        }
    }
}
