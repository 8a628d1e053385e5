package io.clientele.accountplan.contact;

import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How we stand with the people of a client who count. */
@Schema(name = "RelationshipVerdict", description = "How we stand with the people who count.")
public enum RelationshipVerdict {
    /** No key player supports us. */
    RED,
    /** A key player supports us, but none who decides or approves, or one of these opposes us. */
    AMBER,
    /** Somebody who decides or approves supports us, and nobody who does opposes us. */
    GREEN;

    /** Somebody who counts. */
    record Player(DecisionRole role, Disposition disposition) {

        private boolean counts() {
            return role != DecisionRole.USER;
        }

        private boolean decides() {
            return role == DecisionRole.DECISION_MAKER || role == DecisionRole.APPROVER;
        }

        private boolean supports() {
            return disposition == Disposition.SUPPORTER || disposition == Disposition.FRIENDLY;
        }
    }

    /** The verdict on these people; users of a product are no key players. */
    static RelationshipVerdict of(Collection<Player> people) {
        long supportive = people.stream()
                .filter(player -> player.counts() && player.supports())
                .count();
        if (supportive == 0) {
            return RED;
        }
        boolean decisive = people.stream().anyMatch(player -> player.decides() && player.supports());
        boolean opposed =
                people.stream().anyMatch(player -> player.decides() && player.disposition() == Disposition.OPPONENT);
        return decisive && !opposed ? GREEN : AMBER;
    }
}
