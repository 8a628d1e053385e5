package io.clientele.platform.events;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trace in progress, in the form that travels with an event. */
final class Trace {

    private Trace() {}

    /** W3C {@code traceparent} of the span in progress; null when nothing is traced. */
    static @Nullable String parent() {
        Map<String, String> carrier = new HashMap<>(2);
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.get(EventHeaders.TRACEPARENT);
    }
}
