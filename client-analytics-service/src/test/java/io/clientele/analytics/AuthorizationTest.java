package io.clientele.analytics;

import io.clientele.testing.SharedServers;
import io.clientele.testing.conformance.AuthorizationConformance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class AuthorizationTest extends AuthorizationConformance {

    @Override
    protected Book book() {
        return new Book("rm-conformance", Map.of("id", Api.registered("rm-conformance", "team-conformance")));
    }
}
