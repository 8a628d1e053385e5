package io.clientele.platform.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a collection.
 *
 * @param items in the documented order
 * @param next the cursor of the following page; absent on the last. Also sent as RFC 8288 {@code Link; rel="next"}
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "Cursor of the following page; absent on the last.", examples = "eyJhZnRlciI6IjQyIn0")
        @Nullable
        String next) {}
