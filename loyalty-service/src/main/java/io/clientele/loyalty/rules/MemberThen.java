package io.clientele.loyalty.rules;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member at the time of an activity, as conditions ask about it.
 *
 * @param tier key; null for none
 * @param segments of those that conditions name, the ones the client was in
 */
public record MemberThen(@Nullable String tier, Set<UUID> segments) {

    /** In no tier and no segment. */
    public static final MemberThen PLAIN = new MemberThen(null, Set.of());

    public MemberThen {
        segments = Set.copyOf(segments);
    }
}
