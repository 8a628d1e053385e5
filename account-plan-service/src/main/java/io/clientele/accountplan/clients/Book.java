package io.clientele.accountplan.clients;

import org.jspecify.annotations.Nullable;

/**
 * In whose book a client is.
 *
 * @param manager user id of the relationship manager
 * @param team the relationship manager's team
 */
public record Book(@Nullable String manager, @Nullable String team) {}
