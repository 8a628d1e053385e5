package io.clientele.analytics.segments.evaluation;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * What an evaluation takes from outside the client's own history, as it stood at the instant of the evaluation.
 *
 * @param zone the bank's time zone, whose calendar windows follow
 * @param memberOf the segments the client is a member of
 * @param references dated rates and the like
 */
public record Inputs(ZoneId zone, Set<UUID> memberOf, References references) {

    /** Without reference inputs. */
    public Inputs(ZoneId zone, Set<UUID> memberOf) {
        this(zone, memberOf, References.NONE);
    }
}
