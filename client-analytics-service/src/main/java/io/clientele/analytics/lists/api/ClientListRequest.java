package io.clientele.analytics.lists.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ClientListRequest", description = "A list to be uploaded.")
record ClientListRequest(
        @NotBlank
        @Size(max = 120)
        @Schema(description = "Name, one of its own.", examples = "Guests of the spring gala", required = true)
        String name,

        @Size(max = 2000) @Schema(description = "What the list is for.", examples = "From the events desk") @Nullable
        String description) {}
