package io.clientele.violating.orders;

import jakarta.inject.Inject;
import java.time.Clock;

/** Waits for a container to fill it. */
class InjectsAField {

    @Inject
    Clock clock;
}
