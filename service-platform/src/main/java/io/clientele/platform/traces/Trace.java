package io.clientele.platform.traces;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The trace in progress, in the form that travels with an event. */
public final class Trace {

    /** The header of W3C Trace Context. */
    public static final String HEADER = "traceparent";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<String> ONE_HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String name) {
            return name.equals(HEADER) ? traceparent : null;
        }
    };

    private Trace() {}

    /** W3C {@code traceparent} of the span in progress; null when nothing is traced. */
    public static @Nullable String parent() {
        Map<String, String> carrier = new HashMap<>(2);
        W3C.inject(Context.current(), carrier, Map::put);
        return carrier.get(HEADER);
    }

    /** Runs {@code task} as a span of the trace that {@code traceparent} tells; without one, as it is. */
    public static <T extends @Nullable Object> T continued(
            String activity, @Nullable String traceparent, Supplier<T> task) {
        if (traceparent == null) {
            return task.get();
        }
        Span span = GlobalOpenTelemetry.getTracer("io.clientele.platform")
                .spanBuilder(activity)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(W3C.extract(Context.root(), traceparent, ONE_HEADER))
                .startSpan();
        try (Scope current = span.makeCurrent()) {
            return task.get();
        } finally {
            span.end();
        }
    }
}
