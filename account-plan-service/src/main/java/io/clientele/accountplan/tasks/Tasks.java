package io.clientele.accountplan.tasks;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.PageRequest.Seek;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller still has to do: three statements a page, whatever its size. */
@ApplicationScoped
public class Tasks {

    private static final Comparator<Task> ORDER =
            Comparator.comparing(Task::dueOn).thenComparing(Task::id);
    private static final String AFTER = " and (%1$s > :day or %1$s = :day and x.id > :id) order by %1$s, x.id";

    private final EntityManager entities;
    private final CurrentWork work;

    Tasks(EntityManager entities, CurrentWork work) {
        this.entities = entities;
        this.work = work;
    }

    private record Place(LocalDate day, UUID id) {}

    /** A page of the caller's tasks, the earliest day first. */
    public List<Task> page(Seek seek) {
        Place after = seek.after(Tasks::parse);
        List<Task> tasks = new ArrayList<>();
        tasks.addAll(find(
                TaskKind.ACTION,
                "select x.id as id, x.planId as plan, p.clientId as client, x.terms.title as title, x.terms.dueOn as due, "
                        + "'/actions/' || cast(x.id as String) as path from PlanAction x join AccountPlan p on p.id = x.planId "
                        + "where x.status = OPEN and p.state <> ARCHIVED and x.terms.owner = :caller",
                "x.terms.dueOn",
                after,
                seek));
        tasks.addAll(find(
                TaskKind.CONTRIBUTION,
                "select x.id as id, x.planId as plan, p.clientId as client, x.productLine as title, x.dueOn as due, "
                        + "'/contributions/' || cast(x.id as String) as path from Contribution x join AccountPlan p on p.id = x.planId "
                        + "where x.state in (REQUESTED, DRAFTED, RETURNED) and p.state <> ARCHIVED and x.specialist = :caller",
                "coalesce(x.dueOn, :noDay)",
                after,
                seek));
        tasks.addAll(find(
                TaskKind.PREREQUISITE,
                "select x.id as id, x.planId as plan, p.clientId as client, x.title as title, x.dueOn as due, "
                        + "'/opportunities/' || cast(x.opportunityId as String) || '/prerequisites/' || cast(x.id as String) as path "
                        + "from Prerequisite x join AccountPlan p on p.id = x.planId join Opportunity o on o.id = x.opportunityId "
                        + "where x.metOn is null and p.state <> ARCHIVED and o.stage not in (WON, LOST, WITHDRAWN) and x.owner = :caller",
                "coalesce(x.dueOn, :noDay)",
                after,
                seek));
        return tasks.stream().sorted(ORDER).limit(seek.fetch()).toList();
    }

    /** The place of a task in the order of a page. */
    public static String key(Task task) {
        return task.dueOn() + " " + task.id();
    }

    private List<Task> find(TaskKind kind, String query, String day, @Nullable Place after, Seek seek) {
        var statement = entities.createQuery(query + AFTER.formatted(day), Tuple.class)
                .setParameter("caller", work.caller().id())
                .setParameter("day", after == null ? LocalDate.of(1, 1, 1) : after.day())
                .setParameter("id", after == null ? new UUID(0, 0) : after.id())
                .setMaxResults(seek.fetch());
        if (day.contains(":noDay")) {
            statement.setParameter("noDay", Task.NO_DAY);
        }
        return statement.getResultStream().map(row -> task(kind, row)).toList();
    }

    private static Task task(TaskKind kind, Tuple row) {
        LocalDate due = row.get("due", LocalDate.class);
        UUID plan = row.get("plan", UUID.class);
        return new Task(
                kind,
                row.get("id", UUID.class),
                plan,
                row.get("client", String.class),
                row.get("title", String.class),
                due == null ? Task.NO_DAY : due,
                AccountPlan.PATH + "/" + plan + row.get("path", String.class));
    }

    private static Place parse(String key) {
        String[] parts = key.split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(key);
        }
        try {
            return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
