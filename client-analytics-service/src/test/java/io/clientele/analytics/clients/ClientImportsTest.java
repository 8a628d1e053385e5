package io.clientele.analytics.clients;

import static io.clientele.analytics.Api.asCore;
import static io.clientele.analytics.Api.imported;
import static io.clientele.analytics.Api.newNumber;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.testing.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = SharedServers.class,
        initArgs = @ResourceArg(name = "database", value = "client_analytics"))
class ClientImportsTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    @Test
    void takesGoodLinesAndReportsBadOnesOneByOne() {
        String good = newNumber();
        String file = """
                {"id":"%s","type":"PERSON","name":"Good"}
                {"id":"%s","type":"PERSON","birthDate":"2970-01-01"}
                {"id":"no number!","type":"PERSON"}
                not json
                {"type":"PERSON"}
                {"id":"%s","type":"COMPANY","name":"Moravia Tools","lei":"529900T8BM49AURSDO55","colour":"red"}
                """.formatted(good, newNumber(), newNumber());

        Response done = imported("clients", NDJSON, file);

        done.then()
                .body("state", equalTo("COMPLETED"))
                .body("lines", equalTo(6))
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(5));
        asCore().get("/v1/clients/" + good).then().statusCode(200);
        asCore().get("/v1/clients/imports/" + done.path("id") + "/rejections")
                .then()
                .body("items.line", contains(2, 3, 4, 5, 6))
                .body(
                        "items.code",
                        contains("invalid-field", "invalid-field", "malformed-json", "invalid-field", "unknown-field"))
                .body("items[0].pointer", equalTo("/birthDate"))
                .body("items[1].pointer", equalTo("/id"))
                .body("items[4].pointer", equalTo("/colour"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String id = newNumber();
        String file = """
                {"id":"%s","type":"PERSON","name":"First","attributes":{"district":"Pisek"}}
                {"id":"%s","type":"PERSON","name":"Last","products":[{"product":"ACCOUNT","id":"a","openedOn":"1993-01-01"}]}
                """.formatted(id, id);
        imported("clients", NDJSON, file).then().body("accepted", equalTo(2));
        String last = file.lines().skip(1).findFirst().orElseThrow() + "\n";

        imported("clients", NDJSON, last).then().body("accepted", equalTo(0)).body("duplicates", equalTo(1));

        asCore().get("/v1/clients/" + id).then().body("name", equalTo("Last")).header("ETag", equalTo("\"1\""));
    }

    @Test
    void takesCsvWithAttributesAndContracts() {
        String id = newNumber();
        String file = """
                id,type,name,birthDate,attributes.district,products
                %s,PERSON,"Nováková, Jana",1970-12-13,Pisek,"[{""product"":""ACCOUNT"",""id"":""acc-1""}]"
                %s,PERSON,,1970-13-13,,
                %s,COMPANY,"Moravia ""Tools"" a.s.",,,
                """.formatted(id, newNumber(), newNumber());

        Response done = imported("clients", CSV, file);

        done.then().body("accepted", equalTo(2)).body("rejected", equalTo(1));
        asCore().get("/v1/clients/" + id)
                .then()
                .body("name", equalTo("Nováková, Jana"))
                .body("birthDate", equalTo("1970-12-13"))
                .body("attributes.district", equalTo("Pisek"))
                .body("products[0].id", equalTo("acc-1"));
        asCore().get("/v1/clients/imports/" + done.path("id") + "/rejections")
                .then()
                .body("items.pointer", contains("/birthDate"));
    }
}
