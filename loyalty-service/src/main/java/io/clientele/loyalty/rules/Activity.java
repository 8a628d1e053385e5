package io.clientele.loyalty.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a client did, as earning rules see it.
 *
 * @param sourceId the bank's own unique id
 * @param type such as {@code transaction}
 * @param occurredAt its own time
 * @param data fields by name: strings, numbers, booleans or lists of these
 */
public record Activity(String sourceId, String clientId, String type, Instant occurredAt, Map<String, Object> data) {

    public Activity {
        data = Map.copyOf(data);
    }

    /** The field as an exact number, given as a JSON number or decimal string; null when it is absent or none. */
    @Nullable
    BigDecimal number(String field) {
        return switch (data.get(field)) {
            case BigDecimal decimal -> decimal;
            case Number number -> new BigDecimal(number.toString());
            case String text when text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?") -> new BigDecimal(text);
            case null, default -> null;
        };
    }
}
