package io.clientele.accountplan.clients;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In whose book a client is.
 *
 * @param manager user id of the relationship manager
 * @param team the relationship manager's team
 * @param deputies user ids of who acts for the relationship manager now
 */
public record Book(@Nullable String manager, @Nullable String team, Set<String> deputies) {

    public Book {
        deputies = Set.copyOf(deputies);
    }

    /** A book nobody covers. */
    public Book(@Nullable String manager, @Nullable String team) {
        this(manager, team, Set.of());
    }
}
