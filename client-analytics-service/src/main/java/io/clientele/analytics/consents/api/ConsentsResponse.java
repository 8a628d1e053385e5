package io.clientele.analytics.consents.api;

import io.clientele.analytics.consents.Consents;
import io.clientele.analytics.consents.Decision;
import io.clientele.analytics.consents.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Consents", description = "What stands of all a client said, and all of it.")
record ConsentsResponse(
        @Schema(description = "What stands for each purpose, for all channels and for each channel spoken of.")
        List<Said> standing,

        @Schema(description = "All the client said, the latest first.")
        List<Said> statements) {

    @Schema(name = "ConsentStatement", description = "What a client said.")
    record Said(
            @Schema(description = "What it is about.", examples = "marketing")
            String purpose,

            @Schema(description = "The channel concerned; absent = all channels.", examples = "EMAIL") @Nullable
            String channel,

            @Schema(description = "What was said.") Decision decision,

            @Schema(description = "Where the client said so.", examples = "BRANCH")
            String source,

            @Schema(description = "When the client said so.", examples = "1994-03-31T22:00:00Z")
            Instant saidAt,

            @Schema(description = "Who recorded it.", examples = "rm-novak")
            String recordedBy) {

        static Said from(Statement statement, @Nullable String channel) {
            return new Said(
                    statement.purpose(),
                    channel,
                    statement.decision(),
                    statement.source(),
                    statement.saidAt(),
                    statement.recordedBy());
        }
    }

    private record Subject(String purpose, @Nullable String channel) {}

    static ConsentsResponse from(Consents consents) {
        Set<Subject> subjects = new LinkedHashSet<>();
        consents.statements().forEach(statement -> subjects.add(new Subject(statement.purpose(), statement.channel())));
        List<Said> standing = new ArrayList<>();
        subjects.forEach(subject -> standing.add(Said.from(
                Objects.requireNonNull(consents.standing(subject.purpose(), subject.channel())), subject.channel())));
        return new ConsentsResponse(
                standing,
                consents.statements().stream()
                        .map(statement -> Said.from(statement, statement.channel()))
                        .toList());
    }
}
