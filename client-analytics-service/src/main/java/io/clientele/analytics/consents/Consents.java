package io.clientele.analytics.consents;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client's statements amount to. Of those on a purpose that concern a channel, for it alone or for all channels, the
 * latest stands; said at the same time, a withdrawal does. Where nothing was said there is no consent.
 */
public record Consents(List<Statement> statements) {

    private static final Comparator<Statement> STANDING =
            Comparator.comparing(Statement::saidAt).thenComparing(Statement::decision);

    public Consents {
        statements = List.copyOf(statements);
    }

    /**
     * The statement that stands.
     *
     * @param channel null asks for statements on all channels only
     * @return null when nothing was said
     */
    public @Nullable Statement standing(String purpose, @Nullable String channel) {
        return statements.stream()
                .filter(statement -> statement.purpose().equals(purpose))
                .filter(statement -> statement.channel() == null || Objects.equals(statement.channel(), channel))
                .max(STANDING)
                .orElse(null);
    }

    /** Whether a contact for a purpose on a channel is consented to. */
    public boolean allows(String purpose, @Nullable String channel) {
        Statement standing = standing(purpose, channel);
        return standing != null && standing.decision() == Decision.GIVEN;
    }
}
