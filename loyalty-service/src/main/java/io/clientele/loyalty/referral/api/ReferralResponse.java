package io.clientele.loyalty.referral.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.loyalty.referral.Referral;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A member says to have brought a client.
 *
 * @param memberId who brings
 * @param referredClientId the bank's own number of the client who is brought
 * @param findings what speaks against it now, while it is open
 * @param openedBy who opened it, and so cannot decide
 * @param decidedBy who accepted or rejected it
 * @param reason why it was rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Referral")
record ReferralResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110040")
        UUID id,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110002")
        UUID memberId,

        @Schema(examples = "4711") String referredClientId,
        @Schema(examples = "ACCEPTED") Referral.State state,
        List<Referral.Finding> findings,
        @Schema(examples = "olga.operator") String openedBy,
        Instant openedAt,
        @Schema(examples = "adam.approver") @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Schema(examples = "SAME_HOUSEHOLD") Referral.@Nullable Finding reason) {

    static ReferralResponse from(Referral referral, List<Referral.Finding> findings) {
        return new ReferralResponse(
                referral.id(),
                referral.memberId(),
                referral.referredClientId(),
                referral.state(),
                findings,
                referral.openedBy(),
                referral.openedAt(),
                referral.decidedBy(),
                referral.decidedAt(),
                referral.reason());
    }
}
