package io.clientele.analytics.clients;

import java.util.Set;

/**
 * Fired within the transaction that registers or changes clients, after their rows are written; what an observer does
 * commits with them, and what it throws undoes them.
 *
 * @param clientIds those registered or changed, at least one
 */
public record ClientChanged(Set<String> clientIds) {

    public ClientChanged {
        clientIds = Set.copyOf(clientIds);
    }
}
