package io.clientele.accountplan;

import io.clientele.accountplan.watch.Watching;
import io.clientele.testing.SharedServers;
import io.clientele.testing.conformance.BadInputConformance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class BadInputTest extends BadInputConformance {

    @Inject
    KnownClients clients;

    @Inject
    Watching watching;

    private Map<String, String> ids = Map.of();

    @Override
    protected Map<String, String> ids() {
        if (ids.isEmpty()) {
            ids = EveryResource.of(clients, watching).ids();
        }
        return ids;
    }
}
