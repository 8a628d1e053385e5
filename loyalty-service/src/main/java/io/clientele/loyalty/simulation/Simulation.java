package io.clientele.loyalty.simulation;

import io.clientele.contracts.Money;
import io.clientele.loyalty.rules.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Candidate terms, replayed beside today's on what members did between two times.
 *
 * @param todayVersion version in force when it was begun
 * @param costs what points are worth; empty when that was not said
 * @param segments told apart; empty for all that members are in
 * @param since first instant of the activity replayed
 * @param until first instant after it
 * @param members who had joined by then
 * @param membersDone of them, replayed so far
 * @param activities replayed so far
 */
public record Simulation(
        UUID id,
        UUID programmeId,
        int todayVersion,
        Terms candidate,
        List<Cost> costs,
        List<UUID> segments,
        Instant since,
        Instant until,
        State state,
        long members,
        long membersDone,
        long activities,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Where a simulation stands. */
    public enum State {
        /** Members are being replayed. */
        RUNNING,
        COMPLETED
    }

    /**
     * What points are worth.
     *
     * @param currency code of the currency of points
     * @param perThousand cost of a thousand points
     */
    public record Cost(String currency, Money perThousand) {

        /** Of so many points, rounded half-even. */
        Money of(long points) {
            BigDecimal exact =
                    perThousand.amount().multiply(BigDecimal.valueOf(points)).movePointLeft(3);
            int digits = perThousand.currency().getDefaultFractionDigits();
            return new Money(exact.setScale(digits, RoundingMode.HALF_EVEN), perThousand.currency());
        }
    }

    /** When it is asked what became of points: at the end of the activity replayed, when it was begun at the latest. */
    Instant end() {
        return until.isBefore(createdAt) ? until : createdAt;
    }

    /** Its path. */
    public String link() {
        return "/v1/simulations/" + id;
    }

    /** What {@code points} cost; null when nothing was said about their currency. */
    public @Nullable Money costOf(String currency, long points) {
        return costs.stream()
                .filter(cost -> cost.currency().equals(currency))
                .findFirst()
                .map(cost -> cost.of(points))
                .orElse(null);
    }
}
