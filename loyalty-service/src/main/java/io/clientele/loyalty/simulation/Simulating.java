package io.clientele.loyalty.simulation;

import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.ProgrammeVersion;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.rules.Terms;
import io.clientele.platform.audit.Audit;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Begins simulations; {@link RunningSimulations} does the work. */
@ApplicationScoped
public class Simulating {

    private final Programmes programmes;
    private final Simulations simulations;
    private final Audit audit;
    private final CurrentWork work;
    private final Clock clock;

    Simulating(Programmes programmes, Simulations simulations, Audit audit, CurrentWork work, Clock clock) {
        this.programmes = programmes;
        this.simulations = simulations;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What is to be tried.
     *
     * @param months of activity, up to and with {@code lastDay}
     * @param lastDay null for today
     * @param segments to be told apart; empty for all that members are in
     */
    public record Wish(
            UUID programmeId,
            Terms candidate,
            int months,
            @Nullable LocalDate lastDay,
            List<UUID> segments,
            List<Simulation.Cost> costs) {}

    /**
     * Begins a simulation.
     *
     * @throws ProblemException 422 {@code invalid-field}, {@code no-version-in-force}
     */
    @Transactional(TxType.MANDATORY)
    public Simulation begin(Wish wish) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LoyaltyProgramme programme = programmes
                .findByIdOptional(wish.programmeId())
                .orElseThrow(() -> ProblemException.ruleViolated(
                        "invalid-field",
                        "There is no such programme.",
                        new FieldError("/programmeId", "is not known")));
        ProgrammeVersion today = programme
                .inForceAt(now)
                .orElseThrow(() -> ProblemException.ruleViolated(
                        "no-version-in-force",
                        "The programme has no version in force to compare with.",
                        new FieldError("/programmeId", "has no version in force")));
        ZoneId zone = programme.timeZone();
        LocalDate current = now.atZone(zone).toLocalDate();
        LocalDate lastDay = wish.lastDay() == null ? current : wish.lastDay();
        if (lastDay.isAfter(current) || lastDay.getYear() < 1900) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "Only activity that has happened is replayed.",
                    new FieldError("/lastDay", "is from 1900 to today"));
        }
        LocalDate after = lastDay.plusDays(1);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        simulations.add(new Simulation(
                id,
                programme.id(),
                today.number(),
                wish.candidate(),
                wish.costs(),
                wish.segments(),
                after.minusMonths(wish.months()).atStartOfDay(zone).toInstant(),
                after.atStartOfDay(zone).toInstant(),
                Simulation.State.RUNNING,
                0,
                0,
                0,
                work.caller().id(),
                now,
                null));
        audit.record("create", "simulation", id.toString(), null, Map.of());
        return simulations.get(id);
    }
}
