package io.clientele.accountplan.approval.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "VersionDiff", description = "What two versions say differently, by pointer.")
record DiffResponse(
        @Schema(description = "Number of the older version.", examples = "1")
        int from,

        @Schema(description = "Number of the newer version.", examples = "2")
        int to,

        @Schema(description = "The differences.") List<DifferenceResponse> differences) {}
