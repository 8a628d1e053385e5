package io.clientele.analytics.lists.api;

import io.clientele.analytics.lists.ClientList;
import io.clientele.platform.http.Reply;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ClientList", description = "A list of clients that segment rules refer to.")
record ClientListResponse(
        @Schema(description = "Id of the list, as rules name it.", examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110004")
        UUID id,

        @Schema(description = "Name.", examples = "Guests of the spring gala")
        String name,

        @Schema(description = "What the list is for.", examples = "From the events desk") @Nullable
        String description,

        @Schema(description = "Number of the version in force; 0 = nothing was uploaded yet.", examples = "2")
        int newestVersion,

        @Schema(description = "Who made it.", examples = "analyst-svoboda")
        String createdBy,

        @Schema(description = "When it was made.", examples = "1994-03-31T22:00:00Z")
        Instant createdAt) {

    static ClientListResponse from(ClientList list) {
        return new ClientListResponse(
                list.id(), list.name(), list.description(), list.newestVersion(), list.createdBy(), list.createdAt());
    }

    static Reply created(ClientList list) {
        return Reply.created(list.link(), from(list)).withTag(list);
    }
}
