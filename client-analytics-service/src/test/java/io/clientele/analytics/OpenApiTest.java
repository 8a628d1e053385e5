package io.clientele.analytics;

import io.clientele.testing.SharedServers;
import io.clientele.testing.conformance.OpenApiConformance;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class OpenApiTest extends OpenApiConformance {}
