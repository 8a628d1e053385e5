package io.clientele.platform.traces;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Traces are recorded when there is an endpoint to send them to, by {@code OTEL_EXPORTER_OTLP_ENDPOINT} or Quarkus' own
 * name of it, and cost nothing otherwise.
 */
public final class TracesWithEndpoint implements ConfigSourceFactory {

    /** Below application.properties, above the shared defaults. */
    private static final int ORDINAL = 150;

    private static final List<String> ENDPOINTS = List.of(
            "otel.exporter.otlp.endpoint",
            "quarkus.otel.exporter.otlp.endpoint",
            "quarkus.otel.exporter.otlp.traces.endpoint");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Stream<String> given = ENDPOINTS.stream()
                .map(name -> context.getValue(name).getValue())
                .filter(endpoint -> endpoint != null && !endpoint.isBlank());
        Map<String, String> settings = given.findFirst()
                .map(endpoint -> Map.of(
                        "quarkus.otel.sdk.disabled", "false",
                        "quarkus.datasource.jdbc.telemetry.enabled", "true",
                        "quarkus.otel.exporter.otlp.endpoint", endpoint))
                .orElse(Map.of(
                        "quarkus.otel.sdk.disabled", "true",
                        "quarkus.datasource.jdbc.telemetry.enabled", "false"));
        return List.of(new PropertiesConfigSource(settings, "traces", ORDINAL));
    }
}
