package io.clientele.platform.traces;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
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
        Map<String, String> settings = ENDPOINTS.stream()
                .map(context::getValue)
                // Quarkus has a default for its own name
                .filter(endpoint ->
                        endpoint.getValue() != null && endpoint.getConfigSourceOrdinal() > Integer.MIN_VALUE)
                .map(ConfigValue::getValue)
                .findFirst()
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
