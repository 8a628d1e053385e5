package io.clientele.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.runtime.io.Format;
import io.smallrye.openapi.runtime.io.OpenApiSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Drops the schemas that nothing in the contract refers to: types of the platform that a service does not serve. Runs
 * after the filters that refer to more of them.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = OnlyUsedSchemas.LAST)
public class OnlyUsedSchemas implements OASFilter {

    static final int LAST = 0;

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        // a dropped schema may have been the last to refer to another
        boolean dropped = true;
        while (dropped) {
            dropped = dropUnused(contract);
        }
    }

    private static boolean dropUnused(OpenAPI contract) {
        if (contract.getComponents() == null || contract.getComponents().getSchemas() == null) {
            return false;
        }
        String text = text(contract);
        List<String> unused = contract.getComponents().getSchemas().keySet().stream()
                .filter(name -> !text.contains("\"#/components/schemas/" + name + "\""))
                .toList();
        unused.forEach(contract.getComponents()::removeSchema);
        return !unused.isEmpty();
    }

    private static String text(OpenAPI contract) {
        try {
            return OpenApiSerializer.serialize(contract, Format.JSON);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
