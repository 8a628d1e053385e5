package io.clientele.analytics;

import io.clientele.testing.SharedServers;
import io.clientele.testing.conformance.BadInputConformance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class BadInputTest extends BadInputConformance {

    @Override
    protected Map<String, String> ids() {
        return Map.of("id", "conformance");
    }
}
