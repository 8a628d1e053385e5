package io.clientele.analytics.lists.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ListedClient", description = "A client on a version of a list.")
record ListedClient(
        @Schema(description = "The bank's own client number.", examples = "10482")
        String clientId) {}
