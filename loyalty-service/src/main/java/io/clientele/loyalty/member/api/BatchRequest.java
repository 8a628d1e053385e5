package io.clientele.loyalty.member.api;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which clients to enrol: those of a segment, or those named. */
@Schema(
        description = "Which clients to enrol: exactly one of `segmentId` and `clientIds`.",
        examples = "{\"segmentId\":\"01922f0e-4a6e-7d7a-8b8f-4a8f9e110002\"}")
record BatchRequest(
        @Schema(
                description = "All clients who are in this segment now, as far as its events have arrived.",
                examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110002")
        @Nullable
        UUID segmentId,

        @Schema(description = "At most 10,000 client numbers.", examples = "[\"1787\",\"2543\"]")
        @Size(min = 1, max = 10_000)
        @Nullable
        List<
                        @NotNull
                        @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "is 1 to 64 of A-Z, a-z, 0-9, ., _ and -")
                        String>
                clientIds,

        @Schema(
                description =
                        "The terms these clients have accepted, by the bank's name of them; needed where the programme asks for it.",
                examples = "2026-01")
        @Size(min = 1, max = 60)
        @Nullable
        String acceptedTerms) {

    List<String> namedClients() {
        if ((segmentId == null) == (clientIds == null)) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "Say which clients to enrol: exactly one of segmentId and clientIds.",
                    new FieldError("/segmentId", "is given, or clientIds, not both"));
        }
        return clientIds == null ? List.of() : clientIds;
    }
}
