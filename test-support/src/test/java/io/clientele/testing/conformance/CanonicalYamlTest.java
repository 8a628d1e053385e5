package io.clientele.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

class CanonicalYamlTest {

    @Test
    void ordersADocumentAsPeopleReadIt() throws JsonProcessingException {
        assertThat(canonical("""
                components: {schemas: {}}
                paths: {/v1/b: {post: {summary: x, operationId: y}, get: {}}, /v1/a: {}}
                openapi: "3.1.0"
                """)).isEqualTo("""
                openapi: "3.1.0"
                paths:
                  /v1/a: {}
                  /v1/b:
                    get: {}
                    post:
                      operationId: "y"
                      summary: "x"
                components:
                  schemas: {}
                """);
    }

    @Test
    void keepsTheOrderOfPropertiesAndExamples() throws JsonProcessingException {
        assertThat(canonical("""
                properties:
                  zip: {format: f, type: string}
                  city: {type: string}
                example: {zip: "1", city: b}
                """)).isEqualTo("""
                example:
                  zip: "1"
                  city: "b"
                properties:
                  zip:
                    type: "string"
                    format: "f"
                  city:
                    type: "string"
                """);
    }

    private static String canonical(String yaml) throws JsonProcessingException {
        return CanonicalYaml.of(new YAMLMapper().readTree(yaml));
    }
}
