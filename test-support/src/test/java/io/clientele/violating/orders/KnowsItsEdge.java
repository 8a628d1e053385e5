package io.clientele.violating.orders;

import io.clientele.violating.orders.api.HoldsAnEntity;

/** The feature root depends on its HTTP edge. */
class KnowsItsEdge {

    String render(HoldsAnEntity response) {
        return response.toString();
    }
}
