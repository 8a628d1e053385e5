package io.clientele.loyalty.account.api;

import io.clientele.loyalty.account.Integrity;
import io.clientele.loyalty.programme.Programmes;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/loyalty-programmes/{programmeId}/integrity}. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/loyalty-programmes/{programmeId}/integrity")
@Tag(name = "Points")
@RunOnVirtualThread
@Transactional
class IntegrityResource {

    private final Programmes programmes;
    private final Integrity integrity;

    IntegrityResource(Programmes programmes, Integrity integrity) {
        this.programmes = programmes;
        this.integrity = integrity;
    }

    /** The proof as callers see it. */
    @Schema(name = "LedgerIntegrity", description = "Whether a programme's books agree.")
    record IntegrityResponse(
            @Schema(description = "Whether every balance is the sum of its entries and open lots.", examples = "true")
            boolean agrees,

            @Schema(
                    description =
                            "Whether every sealed posting is as it was written, by the hash chain over the journal of all programmes.",
                    examples = "true")
            boolean chainHolds,

            @Schema(description = "Postings the chain covers.", examples = "12044")
            long sealed,

            @Schema(description = "Postings that wait to be chained, a second or so.", examples = "0")
            long unsealed,

            @Schema(description = "First place where the chain breaks; absent when it holds.", examples = "4711")
            @Nullable
            Long chainBrokenAt,

            @Schema(description = "Accounts checked.", examples = "523")
            long accounts,

            @Schema(description = "Entries summed.", examples = "12044")
            long entries,

            @Schema(description = "Lots summed.", examples = "9031")
            long lots,

            @Schema(
                    description =
                            "At most 1,000 balances that are not what entries or lots say; none when the books agree.")
            List<DifferenceResponse> differences) {}

    /** A difference as callers see it. */
    @Schema(name = "LedgerDifference", description = "A balance that is not what entries or lots say.")
    record DifferenceResponse(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
            UUID memberId,

            @Schema(examples = "POINTS") String currency,
            @Schema(examples = "AVAILABLE") String state,

            @Schema(description = "The balance kept.", examples = "512")
            long balance,

            @Schema(description = "The sum of the entries.", examples = "512")
            long entries,

            @Schema(description = "The sum of the open lots.", examples = "512")
            long lots) {

        static DifferenceResponse from(Integrity.Difference difference) {
            return new DifferenceResponse(
                    difference.memberId(),
                    difference.currency(),
                    difference.state(),
                    difference.balance(),
                    difference.entries(),
                    difference.lots());
        }
    }

    @GET
    @RolesAllowed({Roles.LOYALTY_OPERATOR, Roles.LOYALTY_APPROVER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            summary = "Prove that the books agree",
            description =
                    "Sums all entries and open lots of the programme, compares them with every balance as of one moment, and verifies the hash chain of the journal.")
    @APIResponse(responseCode = "200", description = "The proof, or what differs.")
    public IntegrityResponse proveIntegrity(@PathParam("programmeId") UUID programmeId) {
        programmes.get(programmeId);
        Integrity.Proof proof = integrity.prove(programmeId);
        return new IntegrityResponse(
                proof.differences().isEmpty(),
                proof.chain().brokenAt() == null,
                proof.chain().sealed(),
                proof.chain().unsealed(),
                proof.chain().brokenAt(),
                proof.accounts(),
                proof.entries(),
                proof.lots(),
                proof.differences().stream().map(DifferenceResponse::from).toList());
    }
}
