package io.clientele.loyalty.member.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client to be enrolled. */
@Schema(description = "A client to be enrolled.", examples = "{\"clientId\":\"1787\"}")
record EnrolRequest(
        @Schema(description = "The bank's own client number.", examples = "1787")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "is 1 to 64 of A-Z, a-z, 0-9, ., _ and -")
        String clientId,

        @Schema(
                description = "Segment that made the client eligible; kept for reports.",
                examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110002")
        @Nullable
        UUID segmentId,

        @Schema(
                description =
                        "The terms the client accepts, by the bank's name of them; needed where the programme asks for it.",
                examples = "2026-01")
        @Size(min = 1, max = 60)
        @Nullable
        String acceptedTerms) {}
