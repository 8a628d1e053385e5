package io.clientele.loyalty.review.api;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a reviewer decided so.
 *
 * @param remark kept; no personal data; needed for a rejection
 */
@Schema(examples = "{\"remark\":\"A standing order was split.\"}")
record RemarkRequest(
        @Schema(examples = "A standing order was split.") @Size(max = 1000) @Nullable
        String remark) {}
