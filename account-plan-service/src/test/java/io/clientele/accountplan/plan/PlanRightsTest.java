package io.clientele.accountplan.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.accountplan.clients.Book;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlanRightsTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Book NORTH = new Book("rm-novak", "north");
    private static final Caller NOVAK = caller("rm-novak", Roles.RELATIONSHIP_MANAGER);
    private static final Caller LEADER = caller("tl-svoboda", Roles.TEAM_LEADER, "north");

    @Test
    void theManagerAndTheTeamLeaderWrite() {
        assertThatCode(() -> new PlanRights(NOVAK, NORTH).requireWriter()).doesNotThrowAnyException();
        assertThatCode(() -> new PlanRights(LEADER, NORTH).requireWriter()).doesNotThrowAnyException();
    }

    @Test
    void nobodyElseWrites() {
        assertRefused(
                "not-plan-writer",
                () -> new PlanRights(caller("rm-other", Roles.RELATIONSHIP_MANAGER, "north"), NORTH).requireWriter());
        assertRefused(
                "not-plan-writer",
                () -> new PlanRights(caller("tl-south", Roles.TEAM_LEADER, "south"), NORTH).requireWriter());
        assertRefused(
                "not-plan-writer",
                () -> new PlanRights(caller("rm-novak", Roles.PRODUCT_SPECIALIST), NORTH).requireWriter());
        assertRefused("not-plan-writer", () -> new PlanRights(LEADER, new Book(null, null)).requireWriter());
    }

    @Test
    void theTeamLeaderDecidesOnTheWorkOfOthers() {
        assertThatCode(() -> new PlanRights(LEADER, NORTH).requireApprover(planBy(NOVAK)))
                .doesNotThrowAnyException();
    }

    @Test
    void theManagerDoesNotDecide() {
        assertRefused("not-plan-approver", () -> new PlanRights(NOVAK, NORTH).requireApprover(planBy(NOVAK)));
    }

    @Test
    void whoWroteSubmittedOrOwnsItDoesNotDecide() {
        AccountPlan alsoWritten = planBy(NOVAK);
        alsoWritten.edit(LEADER, NOW);
        AccountPlan owned = new AccountPlan("C-1", LEADER.id(), header(), NOVAK, NOW);

        assertRefused("four-eyes", () -> new PlanRights(LEADER, NORTH).requireApprover(alsoWritten));
        assertRefused("four-eyes", () -> new PlanRights(LEADER, NORTH).requireApprover(owned));
    }

    private static AccountPlan planBy(Caller author) {
        return new AccountPlan("C-1", "rm-novak", header(), author, NOW);
    }

    private static PlanHeader header() {
        return new PlanHeader(
                "A plan", new PlanPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)), new TreeSet<>());
    }

    private static Caller caller(String id, String role, String... teams) {
        return new Caller(id, Set.of(role), Set.of(teams), null);
    }

    private static void assertRefused(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> org.assertj.core.api.Assertions.assertThat(refusal.code())
                                .isEqualTo(code));
    }
}
