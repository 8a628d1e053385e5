package io.clientele.loyalty.programme;

import io.clientele.loyalty.rules.Activity;
import io.clientele.loyalty.rules.Terms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A programme as activity is judged by it: an immutable picture of its states and approved versions.
 *
 * @param changes the programme's number of change this is a picture of
 * @param versions approved ones, latest effect first
 * @param states latest first
 */
public record RunningProgramme(UUID id, ZoneId zone, long changes, List<Effective> versions, List<StateChange> states) {

    /**
     * A version and from when it is in force.
     *
     * @param segments that its conditions name
     * @param dependsOnTier whether what is earned depends on the member's tier
     */
    public record Effective(int number, Instant from, Terms terms, Set<UUID> segments, boolean dependsOnTier) {

        Effective(int number, Instant from, Terms terms) {
            this(number, from, terms, terms.segments(), terms.dependsOnTier());
        }

        /** Whether judging needs to know more of a member than when it joined. */
        public boolean asksAboutMembers() {
            return dependsOnTier || !segments.isEmpty();
        }
    }

    static RunningProgramme of(LoyaltyProgramme programme) {
        List<Effective> versions = programme.versions().stream()
                .flatMap(version -> Optional.ofNullable(version.effectiveFrom()).stream()
                        .map(from -> new Effective(version.number(), from, version.terms())))
                .sorted(Comparator.comparing(Effective::from).reversed())
                .toList();
        return new RunningProgramme(
                programme.id(),
                programme.timeZone(),
                programme.version(),
                versions,
                programme.stateChanges().reversed());
    }

    /** The approved version of that number. */
    public Effective version(int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The version in force at {@code time}. */
    public Optional<Effective> inForceAt(Instant time) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(time))
                .findFirst();
    }

    /** Whether activity of {@code time} earns: members earned then, and the programme is not over. */
    public boolean earnsAt(Instant time) {
        return states.getFirst().state() != ProgrammeState.CLOSED && earnedAt(time);
    }

    private boolean earnedAt(Instant time) {
        return states.stream()
                .filter(change -> !change.since().isAfter(time))
                .findFirst()
                .filter(change -> change.state() == ProgrammeState.ACTIVE)
                .isPresent();
    }

    /** Whether the terms in force at the activity's own time may grant points for it or count it; cheap. */
    public boolean mayEarn(Activity activity) {
        return earnsAt(activity.occurredAt())
                && inForceAt(activity.occurredAt())
                        .filter(version -> version.terms().mayCount(activity))
                        .isPresent();
    }
}
