package io.clientele.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** A header of an answer is text unless its annotation says otherwise. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class HeadersInContract implements OASFilter {

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        if (response.getHeaders() != null) {
            response.getHeaders().values().forEach(HeadersInContract::complete);
        }
        return response;
    }

    private static void complete(Header header) {
        if (header.getRef() == null && header.getSchema() == null && header.getContent() == null) {
            header.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
    }
}
