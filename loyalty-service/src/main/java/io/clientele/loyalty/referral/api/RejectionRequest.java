package io.clientele.loyalty.referral.api;

import io.clientele.loyalty.referral.Referral;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a referral is rejected. */
@Schema(name = "ReferralRejection", examples = "{\"reason\":\"SAME_HOUSEHOLD\"}")
record RejectionRequest(
        @Schema(examples = "SAME_HOUSEHOLD") @NotNull Referral.Finding reason) {}
