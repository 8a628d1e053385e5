package io.clientele.accountplan.objective;

import io.clientele.accountplan.plan.PlanPeriod;
import io.clientele.contracts.Money;
import io.clientele.contracts.accountplans.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An objective that passes every letter, and copies of it with one thing changed. */
final class Goals {

    /** A plan for 2026 whose client has no wallet, no return gap and no prerequisite. */
    static final Surroundings YEAR_2026 = around(null, false);

    /** Fee income grew from 100 to 110 in 2025 (10 % a year); the target of 130 asks for less than 20 % a year. */
    static final ObjectiveTerms SOUND = new ObjectiveTerms(
            "Win the cash pooling mandate of the Czech entities",
            "C-1",
            "cash-management",
            "CZ",
            "rm-novak",
            "kEUR fee income a year",
            measured("110", "2026-01-01"),
            measured("100", "2025-01-01"),
            new BigDecimal("131"),
            Direction.INCREASE,
            "Monthly revenue report",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            List.of(milestone("2026-04-01"), milestone("2026-07-01"), milestone("2026-10-01")),
            null,
            "CM-2026",
            List.of(person(), budget()),
            null,
            false,
            List.of());

    private Goals() {}

    /**
     * A plan for 2026.
     *
     * @param headroom of cash management in the Czech Republic; null where nothing is estimated
     * @param prerequisites those there are
     */
    static Surroundings around(@Nullable Money headroom, boolean returnGap, UUID... prerequisites) {
        return new Surroundings(
                new PlanPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                (line, country, currency) -> line.equals("cash-management")
                                && country.equals("CZ")
                                && headroom != null
                                && headroom.currency().equals(currency)
                        ? headroom
                        : null,
                () -> returnGap,
                Set.of(prerequisites)::contains);
    }

    static Measurement measured(String value, @Nullable String day) {
        return new Measurement(new BigDecimal(value), day == null ? null : LocalDate.parse(day));
    }

    static Milestone milestone(String day) {
        return new Milestone("a step", LocalDate.parse(day));
    }

    static Resource person() {
        return new Resource(Resource.Kind.PERSON, "ps-dvorak", null);
    }

    static Resource budget() {
        return new Resource(Resource.Kind.BUDGET, "onboarding", Money.of("20000.00", "EUR"));
    }
}
