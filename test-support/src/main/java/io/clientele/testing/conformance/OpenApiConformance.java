package io.clientele.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Holds the OpenAPI document a service serves to the one committed as {@code docs/api/<service>.openapi.yaml}, and to the
 * last released one. A service's {@code @QuarkusTest} extends it; {@code -Dcontracts.update=true} rewrites the committed
 * document.
 */
public abstract class OpenApiConformance {

    private static final Path API =
            Path.of(System.getProperty("clientele.root", "..")).resolve("docs/api");

    private final String file =
            ConfigProvider.getConfig().getValue("quarkus.application.name", String.class) + ".openapi.yaml";

    @Test
    void committedDocumentIsTheServedOne() throws IOException {
        Path committed = API.resolve(file);
        String served = CanonicalYaml.of(read(served()));
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(committed, served);
        }

        assertThat(committed)
                .as("rewrite it with ./mvnw test -Dcontracts.update=true and review the change")
                .exists()
                .content()
                .isEqualTo(served);
    }

    @Test
    void breaksNothingThatWasReleased() throws IOException {
        Path released = API.resolve("released").resolve(file);
        // before the first release there is nothing to break
        if (Files.exists(released)) {
            assertThat(ApiCompatibility.breaks(read(Files.readString(released)), read(served())))
                    .isEmpty();
        }
    }

    private static String served() {
        return RestAssured.given()
                .queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonNode read(String yaml) throws IOException {
        return new YAMLMapper().readTree(yaml);
    }
}
