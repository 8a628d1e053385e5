package io.clientele.platform.traces;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.inject.Singleton;
import java.util.List;

/** Records what a caller's trace asks for and what begins here, except the database polls of background loops. */
@Singleton
class SpansWithCause implements Sampler {

    private final Sampler others = Sampler.parentBased(Sampler.alwaysOn());

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        boolean poll = kind == SpanKind.CLIENT
                && !Span.fromContext(parent).getSpanContext().isValid();
        return poll ? SamplingResult.drop() : others.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "SpansWithCause";
    }
}
