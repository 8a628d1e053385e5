package io.clientele.accountplan.groups.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Group", description = "A group of companies, the head first, every company after its parent.")
record GroupResponse(
        @Schema(description = "Client number of the topmost company in your scope.", examples = "C-10001")
        String head,

        @Schema(description = "The companies, each once.") List<MemberResponse> members) {}
