package io.clientele.accountplan.alert;

import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The alerts of the clients the caller may see. */
@ApplicationScoped
public class Alerts implements PanacheRepositoryBase<Alert, UUID> {

    private static final UUID LAST = new UUID(-1, -1);
    private static final int LONGEST_DAYS = 366;

    private final CurrentWork work;
    private final Clock clock;

    Alerts(CurrentWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** A page of alerts that ask for attention, the newest first; filters {@code client}, {@code kind}, {@code all}. */
    public List<Alert> page(Seek seek) {
        StringBuilder query = new StringBuilder("id < :before");
        UUID before = seek.after(UUID::fromString);
        Parameters parameters = Parameters.with("before", before == null ? LAST : before);
        if (seek.filter("client") != null) {
            query.append(" and clientId = :client");
            parameters.and("client", seek.filter("client"));
        }
        AlertKind kind = seek.filter("kind", AlertKind::valueOf);
        if (kind != null) {
            query.append(" and kind = :kind");
            parameters.and("kind", kind);
        }
        if (!"true".equals(seek.filter("all"))) {
            query.append(" and acknowledgedBy is null and (snoozedUntil is null or snoozedUntil <= :today)");
            parameters.and("today", LocalDate.now(clock));
        }
        return find(query + " order by id desc", parameters)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /**
     * One alert.
     *
     * @throws ProblemException 404
     */
    public Alert get(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /**
     * Acknowledges an alert.
     *
     * @throws ProblemException 404, 412
     */
    @Transactional
    public Alert acknowledge(UUID id, IfMatch ifMatch) {
        Alert alert = get(id);
        ifMatch.check(alert);
        alert.acknowledge(work.caller());
        flush();
        return alert;
    }

    /**
     * Puts an alert off.
     *
     * @throws ProblemException 404, 412, 422 {@code snooze-invalid}
     */
    @Transactional
    public Alert snooze(UUID id, IfMatch ifMatch, LocalDate until) {
        Alert alert = get(id);
        ifMatch.check(alert);
        LocalDate today = LocalDate.now(clock);
        if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw ProblemException.ruleViolated(
                    "snooze-invalid",
                    "An alert is put off to a day from tomorrow to a year from today.",
                    new FieldError("/until", "is from tomorrow to a year from today"));
        }
        alert.snooze(until);
        flush();
        return alert;
    }
}
