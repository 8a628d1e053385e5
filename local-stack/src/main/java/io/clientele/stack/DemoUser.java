package io.clientele.stack;

import io.clientele.stack.server.TokenRequest;
import io.clientele.stack.server.Tokens;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who holds a role in the demonstration when the user of {@code ./run token} names nobody. */
enum DemoUser {
    RELATIONSHIP_MANAGER("rm-1", List.of("team-1"), null),
    PRODUCT_SPECIALIST("specialist-1", List.of(), null),
    TEAM_LEADER("leader-1", List.of("team-1"), null),
    SERVICE_AGENT("agent-1", List.of(), null),
    ANALYST("analyst-1", List.of(), null),
    PROGRAMME_MANAGER("programme-1", List.of(), null),
    LOYALTY_OPERATOR("operator-1", List.of(), null),
    LOYALTY_APPROVER("approver-1", List.of(), null),
    FINANCE("finance-1", List.of(), null),
    COMPLIANCE("compliance-1", List.of(), null),
    AUDITOR("auditor-1", List.of(), null),
    CLIENT("client-1", List.of(), "1"),
    SYSTEM("bank-systems", List.of(), null);

    private static final Duration A_WORKING_DAY = Duration.ofHours(12);

    private final String user;
    private final List<String> teams;
    private final @Nullable String client;

    DemoUser(String user, List<String> teams, @Nullable String client) {
        this.user = user;
        this.teams = teams;
        this.client = client;
    }

    /**
     * The holder of a role.
     *
     * @throws UsageException naming the roles there are
     */
    static DemoUser holding(String role) {
        return Arrays.stream(values())
                .filter(user -> user.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new UsageException("no role '" + role + "': there are "
                        + Arrays.stream(values()).map(DemoUser::role).collect(Collectors.joining(", "))));
    }

    /** The role as services know it. */
    String role() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String user() {
        return user;
    }

    /** A token that lasts a working day. */
    TokenRequest token(Tokens tokens) {
        var request = tokens.of(role())
                .withUser(user)
                .withTeams(teams.toArray(String[]::new))
                .validFor(A_WORKING_DAY);
        return client == null ? request : request.withClient(client);
    }
}
