package io.clientele.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;

class OnlyUsedSchemasTest {

    @Test
    void keepsWhatIsReferredToAndDropsChainsOfTheUnused() {
        OpenAPI contract = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .addSchema("Used", reference("Inner"))
                        .addSchema("Inner", OASFactory.createSchema())
                        .addSchema("Unused", reference("InnerOfUnused"))
                        .addSchema("InnerOfUnused", OASFactory.createSchema())
                        .addResponse(
                                "Answer",
                                OASFactory.createAPIResponse()
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        "application/json",
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref("Used"))))));

        new OnlyUsedSchemas().filterOpenAPI(contract);

        assertThat(contract.getComponents().getSchemas()).containsOnlyKeys("Used", "Inner");
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema()
                .addProperty("other", OASFactory.createSchema().ref(name));
    }
}
