package io.clientele.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a field was and became; null for nothing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldChange(@Nullable JsonNode before, @Nullable JsonNode after) {

    /** This change and a later one of the same field. */
    FieldChange then(FieldChange later) {
        return new FieldChange(before, later.after);
    }

    boolean isNone() {
        return before == null ? after == null : before.equals(after);
    }
}
