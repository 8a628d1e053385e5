package io.clientele.accountplan.groups;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A company of a group.
 *
 * @param clientId the bank's own client number
 * @param parentId client number of the parent within the group; null for the head
 * @param ownership share the parent owns, percent; null where it is not known, and for the head
 * @param depth 0 for the head
 */
public record Member(
        String clientId,
        @Nullable String parentId,
        @Nullable BigDecimal ownership,
        int depth) {}
