package io.clientele.analytics.clients;

import static io.restassured.RestAssured.given;

import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ClientRecordsTest {

    @Test
    void starts() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}
