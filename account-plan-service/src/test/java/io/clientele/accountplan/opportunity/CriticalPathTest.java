package io.clientele.accountplan.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final UUID FACILITY = new UUID(0, 1);
    private static final UUID KYC = new UUID(0, 2);
    private static final UUID CONTACTS = new UUID(0, 3);

    @Test
    void theLongestChainDecidesWhenTheBidCanBegin() {
        CriticalPath path = path(
                TODAY.plusDays(60), task(KYC, 20, false), task(FACILITY, 30, false, KYC), task(CONTACTS, 40, false));

        assertThat(path.readyOn()).isEqualTo(TODAY.plusDays(50));
        assertThat(path.path()).containsExactly(KYC, FACILITY);
        assertThat(path.slackDays()).isEqualTo(10);
        assertThat(path.isLate()).isFalse();
    }

    @Test
    void eachStepHasItsOwnSlack() {
        CriticalPath path = path(
                TODAY.plusDays(60), task(KYC, 20, false), task(FACILITY, 30, false, KYC), task(CONTACTS, 40, false));

        assertThat(path.steps())
                .extracting(CriticalPath.Step::id, CriticalPath.Step::slackDays)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(KYC, 10),
                        org.assertj.core.groups.Tuple.tuple(FACILITY, 10),
                        org.assertj.core.groups.Tuple.tuple(CONTACTS, 20));
    }

    @Test
    void readyOnTheVeryDayIsInTimeAndADayLaterIsLate() {
        assertThat(path(TODAY.plusDays(30), task(FACILITY, 30, false)).isLate()).isFalse();
        assertThat(path(TODAY.plusDays(29), task(FACILITY, 30, false)).isLate()).isTrue();
    }

    @Test
    void whatIsMetTakesNoTimeAnyMore() {
        CriticalPath path = path(TODAY.plusDays(60), task(KYC, 20, true), task(FACILITY, 30, false, KYC));

        assertThat(path.readyOn()).isEqualTo(TODAY.plusDays(30));
        assertThat(path.path()).containsExactly(FACILITY);
    }

    @Test
    void whenAllIsMetNothingIsCritical() {
        CriticalPath path = path(TODAY.plusDays(60), task(KYC, 20, true));

        assertThat(path.readyOn()).isEqualTo(TODAY);
        assertThat(path.path()).isEmpty();
    }

    @Test
    void withoutAnExpectedRequestThereIsNoSlack() {
        CriticalPath path = CriticalPath.of(List.of(task(KYC, 20, false)), TODAY, null);

        assertThat(path.slackDays()).isNull();
        assertThat(path.isLate()).isFalse();
    }

    @Test
    void circlesAreRefused() {
        assertThatThrownBy(() -> path(TODAY, task(KYC, 1, false, FACILITY), task(FACILITY, 1, false, KYC)))
                .hasMessageContaining("wait for each other");
        assertThatThrownBy(() -> path(TODAY, task(KYC, 1, false, KYC))).hasMessageContaining("wait for each other");
    }

    /** The same figures by relaxing a matrix of longest ways between all pairs, which knows no order and no critical path method. */
    @Test
    void agreesWithTheLongestWaysOfRandomGraphs() {
        Random random = new Random(11);
        for (int run = 0; run < 500; run++) {
            List<CriticalPath.Task> tasks = randomGraph(random);
            int deadline = random.nextInt(200);
            CriticalPath path = CriticalPath.of(shuffled(tasks, random), TODAY, TODAY.plusDays(deadline));

            int[][] ways = longestWays(tasks);
            int longest = Arrays.stream(ways).flatMapToInt(Arrays::stream).max().orElse(0);
            assertThat(ChronoUnit.DAYS.between(TODAY, path.readyOn())).isEqualTo(longest);
            assertThat(path.slackDays()).isEqualTo(deadline - longest);
            for (CriticalPath.Step step : path.steps()) {
                int at = index(tasks, step.id());
                int through = 0;
                for (int from = 0; from < tasks.size(); from++) {
                    for (int to = 0; to < tasks.size(); to++) {
                        if (ways[from][at] >= 0 && ways[at][to] >= 0) {
                            through = Math.max(through, ways[from][at] + ways[at][to] - days(tasks.get(at)));
                        }
                    }
                }
                assertThat(step.slackDays()).isEqualTo(deadline - through);
            }
            assertThat(path.path().stream()
                            .mapToInt(id -> days(tasks.get(index(tasks, id))))
                            .sum())
                    .isEqualTo(longest);
        }
    }

    private static List<CriticalPath.Task> randomGraph(Random random) {
        int size = 1 + random.nextInt(12);
        List<CriticalPath.Task> tasks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<UUID> before = new HashSet<>();
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    before.add(tasks.get(j).id());
                }
            }
            tasks.add(new CriticalPath.Task(
                    new UUID(random.nextLong(), random.nextLong()),
                    random.nextInt(40),
                    before,
                    random.nextInt(4) == 0));
        }
        return tasks;
    }

    /** Days from the start of one task to the end of another along the longest way; -1 where there is none. */
    private static int[][] longestWays(List<CriticalPath.Task> tasks) {
        int size = tasks.size();
        int[][] ways = new int[size][size];
        for (int from = 0; from < size; from++) {
            Arrays.fill(ways[from], -1);
            ways[from][from] = days(tasks.get(from));
        }
        for (int round = 0; round < size; round++) {
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    for (UUID before : tasks.get(to).dependsOn()) {
                        int reached = ways[from][index(tasks, before)];
                        if (reached >= 0) {
                            ways[from][to] = Math.max(ways[from][to], reached + days(tasks.get(to)));
                        }
                    }
                }
            }
        }
        return ways;
    }

    private static int days(CriticalPath.Task task) {
        return task.met() ? 0 : task.days();
    }

    private static int index(List<CriticalPath.Task> tasks, UUID id) {
        for (int i = 0; i < tasks.size(); i++) {
            if (tasks.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new AssertionError(id);
    }

    private static List<CriticalPath.Task> shuffled(List<CriticalPath.Task> tasks, Random random) {
        List<CriticalPath.Task> shuffled = new ArrayList<>(tasks);
        java.util.Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static CriticalPath path(LocalDate deadline, CriticalPath.Task... tasks) {
        return CriticalPath.of(List.of(tasks), TODAY, deadline);
    }

    private static CriticalPath.Task task(UUID id, int days, boolean met, UUID... dependsOn) {
        return new CriticalPath.Task(id, days, Set.of(dependsOn), met);
    }
}
