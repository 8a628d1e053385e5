package io.clientele.platform.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.platform.testing.PlatformTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Without an endpoint nothing is recorded and nothing is wrapped. */
@PlatformTest
class NoTracesTest {

    @ConfigProperty(name = "quarkus.otel.sdk.disabled")
    boolean sdkDisabled;

    @ConfigProperty(name = "quarkus.datasource.jdbc.telemetry.enabled")
    boolean jdbcTraced;

    @Test
    void recordsNothingUnlessAnEndpointIsSet() {
        assertThat(sdkDisabled).isTrue();
        assertThat(jdbcTraced).isFalse();
    }
}
