package io.clientele.platform.caller;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person or system of the bank, or a client.
 *
 * @param id the token's subject; recorded as the actor of everything the caller does
 * @param roles see {@link Roles}
 * @param teams the teams the caller belongs to; a team leader sees their book
 * @param clientId the client number of a caller in role {@code client}
 */
public record Caller(
        String id,
        Set<String> roles,
        Set<String> teams,
        @Nullable String clientId) {

    /** Nobody: sees nothing. */
    public static final Caller NOBODY = new Caller("nobody", Set.of(), Set.of(), null);

    public Caller {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }

    /** Background work of this service, under a name that appears in the audit trail; reaches everything. */
    public static Caller system(String activity) {
        return new Caller(activity, Set.of(Roles.SYSTEM), Set.of(), null);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** The widest reach any of the roles gives. */
    public Reach reach() {
        return roles.stream()
                .map(Caller::reachOf)
                .max(Comparator.naturalOrder())
                .orElse(Reach.NONE);
    }

    /** The teams whose book the caller sees: those of a team leader, none for others. */
    public Set<String> ledTeams() {
        return has(Roles.TEAM_LEADER) ? teams : Set.of();
    }

    private static Reach reachOf(String role) {
        return switch (role) {
            case Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST -> Reach.BOOK;
            case Roles.CLIENT -> Reach.CLIENT;
            case Roles.SERVICE_AGENT,
                    Roles.ANALYST,
                    Roles.PROGRAMME_MANAGER,
                    Roles.LOYALTY_OPERATOR,
                    Roles.LOYALTY_APPROVER,
                    Roles.FINANCE,
                    Roles.COMPLIANCE,
                    Roles.AUDITOR,
                    Roles.SYSTEM -> Reach.ALL;
            default -> Reach.NONE;
        };
    }
}
