package io.clientele.platform.audit.api;

import io.clientele.platform.audit.VerifyingAuditTrail;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the hash chain proves. */
@Schema(name = "AuditVerification", description = "What the hash chain of the audit trail proves.")
record VerificationResponse(
        @Schema(description = "Whether every sealed record is as it was sealed.", examples = "true")
        boolean intact,

        @Schema(description = "The last position sealed.", examples = "4711")
        long sealedTo,

        @Schema(
                description =
                        "The hash there, in hex. Noted elsewhere, it proves later that nothing up to there was rewritten.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String endHash,

        @Schema(description = "Records committed but not sealed yet.", examples = "0")
        long unsealed,

        @Schema(
                description = "The first position at which the chain is broken; absent when it is intact.",
                examples = "42")
        @Nullable
        Long brokenAt,

        @Schema(
                description =
                        "`missing`: the record is gone; `changed`: it is not what was sealed; `forged`: it stands behind"
                                + " the end of the chain. Absent when intact.",
                enumeration = {"missing", "changed", "forged"},
                examples = "changed")
        @Nullable
        String finding) {

    static VerificationResponse from(VerifyingAuditTrail.Verification verification) {
        VerifyingAuditTrail.Finding finding = verification.finding();
        return new VerificationResponse(
                finding == null,
                verification.sealedTo(),
                verification.endHash(),
                verification.unsealed(),
                finding == null ? null : verification.intactTo() + 1,
                finding == null ? null : finding.name().toLowerCase(Locale.ROOT));
    }
}
