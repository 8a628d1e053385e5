package io.clientele.accountplan.opportunity;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When everything a bid depends on can be in place: the critical path method (Kelley and Walker, 1959) over prerequisites
 * in days. What is met takes no time any more; what is not begins when the last thing it depends on ends, and not before
 * today.
 *
 * @param steps in an order in which each comes after what it depends on
 * @param readyOn day everything can be in place
 * @param path the chain of unmet steps that decides about that day
 * @param slackDays days from then to the deadline, below 0 when it is late; null without a deadline
 */
public record CriticalPath(
        List<Step> steps,
        LocalDate readyOn,
        List<UUID> path,
        @Nullable Integer slackDays) {

    /**
     * Something to be done.
     *
     * @param days how long it takes, at least 0
     * @param dependsOn what must be done before
     */
    public record Task(UUID id, int days, Set<UUID> dependsOn, boolean met) {

        public Task {
            dependsOn = Set.copyOf(dependsOn);
        }
    }

    /**
     * A task in time.
     *
     * @param startsOn earliest start
     * @param endsOn earliest end
     * @param slackDays by how many days it may end later without the whole being late; null without a deadline
     */
    public record Step(
            UUID id,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable Integer slackDays) {}

    public CriticalPath {
        steps = List.copyOf(steps);
        path = List.copyOf(path);
    }

    /**
     * Works it out.
     *
     * @throws ProblemException 422 {@code prerequisite-cycle}
     */
    public static CriticalPath of(Collection<Task> tasks, LocalDate today, @Nullable LocalDate deadline) {
        List<Task> ordered = ordered(tasks);
        Map<UUID, LocalDate> starts = new HashMap<>();
        Map<UUID, LocalDate> ends = new HashMap<>();
        Map<UUID, UUID> decides = new HashMap<>();
        for (Task task : ordered) {
            LocalDate start = today;
            for (UUID before : task.dependsOn()) {
                if (ends.getOrDefault(before, today).isAfter(start)) {
                    start = ends.getOrDefault(before, today);
                    decides.put(task.id(), before);
                }
            }
            starts.put(task.id(), start);
            ends.put(task.id(), start.plusDays(task.met() ? 0 : task.days()));
        }
        Map<UUID, LocalDate> latest = deadline == null ? Map.of() : latestEnds(ordered, deadline);
        LocalDate readyOn =
                ends.values().stream().max(Comparator.naturalOrder()).orElse(today);
        List<Step> steps = ordered.stream()
                .map(task -> new Step(
                        task.id(),
                        starts.getOrDefault(task.id(), today),
                        ends.getOrDefault(task.id(), today),
                        days(ends.get(task.id()), latest.get(task.id()))))
                .toList();
        return new CriticalPath(steps, readyOn, path(ordered, ends, decides, readyOn), days(readyOn, deadline));
    }

    /** Whether the deadline can no longer be met. */
    public boolean isLate() {
        return slackDays != null && slackDays < 0;
    }

    private static Map<UUID, LocalDate> latestEnds(List<Task> ordered, LocalDate deadline) {
        Map<UUID, LocalDate> latest = new HashMap<>();
        for (Task task : ordered.reversed()) {
            LocalDate end = latest.computeIfAbsent(task.id(), last -> deadline);
            LocalDate start = end.minusDays(task.met() ? 0 : task.days());
            task.dependsOn()
                    .forEach(before -> latest.merge(before, start, (one, other) -> one.isBefore(other) ? one : other));
        }
        return latest;
    }

    private static List<UUID> path(
            List<Task> ordered, Map<UUID, LocalDate> ends, Map<UUID, UUID> decides, LocalDate readyOn) {
        Map<UUID, Task> byId = new HashMap<>();
        ordered.forEach(task -> byId.put(task.id(), task));
        Deque<UUID> path = new ArrayDeque<>();
        UUID last = ordered.stream()
                .filter(task -> !task.met() && readyOn.equals(ends.get(task.id())))
                .map(Task::id)
                .findFirst()
                .orElse(null);
        while (last != null) {
            Task task = byId.get(last);
            if (task != null && !task.met()) {
                path.addFirst(last);
            }
            last = decides.get(last);
        }
        return List.copyOf(path);
    }

    /** Kahn's order; what it cannot reach lies on a circle. */
    private static List<Task> ordered(Collection<Task> tasks) {
        Map<UUID, Task> waiting = new LinkedHashMap<>();
        tasks.forEach(task -> waiting.put(task.id(), task));
        List<Task> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Task> ready = waiting.values().stream()
                    .filter(task -> task.dependsOn().stream().noneMatch(waiting::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                throw ProblemException.ruleViolated(
                        "prerequisite-cycle",
                        "Prerequisites that wait for each other can never be met.",
                        new FieldError("/dependsOn", "closes a circle"));
            }
            ready.forEach(task -> waiting.remove(task.id()));
            ordered.addAll(ready);
        }
        return ordered;
    }

    private static @Nullable Integer days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
