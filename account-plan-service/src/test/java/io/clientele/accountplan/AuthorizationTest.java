package io.clientele.accountplan;

import io.clientele.accountplan.watch.Watching;
import io.clientele.testing.SharedServers;
import io.clientele.testing.conformance.AuthorizationConformance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(value = SharedServers.class, initArgs = @ResourceArg(name = "database", value = "account_plan"))
class AuthorizationTest extends AuthorizationConformance {

    @Inject
    KnownClients clients;

    @Inject
    Watching watching;

    @Override
    protected Book book() {
        EveryResource resources = EveryResource.of(clients, watching);
        return new Book(resources.scene().manager(), resources.ids());
    }
}
