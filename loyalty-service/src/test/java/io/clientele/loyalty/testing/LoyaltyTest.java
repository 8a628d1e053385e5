package io.clientele.loyalty.testing;

import io.clientele.testing.SharedServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the service on real servers; all of them share one start. */
@QuarkusTest
@WithTestResource(
        value = SharedServers.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "loyalty"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LoyaltyTest {}
