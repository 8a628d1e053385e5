package io.clientele.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a field was and what it became. A list that changed has neither: the event's full state tells what is in it now.
 *
 * @param before the former value, a string, number or boolean; absent when there was none
 * @param after the new value, a string, number or boolean; absent when there is none any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(@Nullable Object before, @Nullable Object after) {

    /**
     * @throws IllegalArgumentException when a value is no string, number or boolean
     */
    public Change {
        JsonValues.requireScalar("before", before);
        JsonValues.requireScalar("after", after);
    }
}
