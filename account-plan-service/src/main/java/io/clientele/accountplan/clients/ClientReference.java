package io.clientele.accountplan.clients;

import java.time.Instant;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A client with its name and where each field comes from.
 *
 * @param client the record
 * @param name legal name of a company, or the person's name unless erased
 * @param origins by field name
 */
public record ClientReference(Client client, @Nullable String name, SortedMap<String, Origin> origins) {

    /**
     * Where the value of a field comes from.
     *
     * @param asOf business time of the record that last changed it
     * @param source who or what reported it
     */
    @Schema(name = "FieldOrigin", description = "Where the value of a field comes from.")
    public record Origin(
            @Schema(
                    description = "Business time of the record that last changed it.",
                    examples = "2026-01-31T12:00:00Z")
            Instant asOf,

            @Schema(description = "Who or what reported it.", examples = "core-banking")
            String source) {}
}
