package io.clientele.loyalty.referral.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member says to have brought a client.
 *
 * @param memberId who brings
 * @param referredClientId the bank's own number of the client who is brought, before it becomes a member
 */
@Schema(examples = "{\"memberId\":\"01922f0e-4a6e-7d7a-8b8f-4a8f9e110002\",\"referredClientId\":\"4711\"}")
record ReferralRequest(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110002") @NotNull
        UUID memberId,

        @Schema(examples = "4711")
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9._-]{1,64}",
                message = "is a client number of 1 to 64 of A-Z, a-z, 0-9, ., _ and -")
        String referredClientId) {}
