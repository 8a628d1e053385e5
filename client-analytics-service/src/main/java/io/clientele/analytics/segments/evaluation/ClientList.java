package io.clientele.analytics.segments.evaluation;

import java.util.Set;

/**
 * A version of an uploaded list, as far as it concerns the clients judged.
 *
 * @param number of the version, from 1
 * @param clientIds which of the clients judged are on it
 */
public record ClientList(int number, Set<String> clientIds) {}
