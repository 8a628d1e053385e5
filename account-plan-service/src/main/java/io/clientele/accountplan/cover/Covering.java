package io.clientele.accountplan.cover;

import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Lending books. A relationship manager lends the own book, a team leader that of a manager of the team; the deputy sees and
 * writes what the manager does, in every client of the book, those added meanwhile included, and nothing afterwards.
 */
@ApplicationScoped
public class Covering implements PanacheRepositoryBase<BookCover, UUID> {

    private static final UUID LAST = new UUID(-1, -1);
    private static final int LONGEST_DAYS = 366;

    private final EntityManager entities;
    private final CurrentWork work;
    private final Clock clock;

    Covering(EntityManager entities, CurrentWork work, Clock clock) {
        this.entities = entities;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Lends a book.
     *
     * @param lastDay the last day of the cover
     * @throws ProblemException 403 {@code not-your-book}, 422 {@code cover-invalid}
     */
    @Transactional
    public BookCover lend(String manager, String deputy, LocalDate lastDay, String reason) {
        Caller caller = work.caller();
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        if (lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw invalid("/lastDay", "is from today to a year from today");
        }
        if (deputy.equals(manager)) {
            throw invalid("/deputy", "is somebody else");
        }
        List<String> teams = teamsOf(manager, caller);
        if (!caller.id().equals(manager) && teams.isEmpty()) {
            throw ProblemException.forbidden(
                    "not-your-book", "A manager lends the own book, a team leader that of a manager of the team.");
        }
        BookCover cover = new BookCover(
                manager,
                teams.isEmpty() ? null : teams.getFirst(),
                deputy,
                reason,
                lastDay.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                caller.id(),
                now);
        persist(cover);
        flush();
        entities.createNativeQuery("""
                        insert into client_access (client_id, user_id, reason, valid_until)
                        select b.client_id, :deputy, 'cover ' || :cover, :until from client_book b
                        where b.manager = :manager""")
                .setParameter("deputy", deputy)
                .setParameter("cover", cover.id().toString())
                .setParameter("until", cover.validUntil())
                .setParameter("manager", manager)
                .executeUpdate();
        return cover;
    }

    /**
     * Ends a cover before its day.
     *
     * @throws ProblemException 404, 412, 409 {@code cover-over}
     */
    @Transactional
    public BookCover end(UUID id, IfMatch ifMatch) {
        BookCover cover = get(id);
        ifMatch.check(cover);
        cover.end(clock.instant());
        flush();
        entities.createNativeQuery("delete from client_access where user_id = :deputy and reason = 'cover ' || :cover")
                .setParameter("deputy", cover.deputy())
                .setParameter("cover", id.toString())
                .executeUpdate();
        return cover;
    }

    /**
     * A cover the caller gave, got or answers for.
     *
     * @throws ProblemException 404
     */
    public BookCover get(UUID id) {
        return visible("id = ?2", id, 1).stream().findFirst().orElseThrow(ProblemException::notFound);
    }

    /** A page of the covers the caller gave, got or answers for, the newest first. */
    public List<BookCover> page(Seek seek) {
        UUID before = seek.after(UUID::fromString);
        return visible("id < ?2", before == null ? LAST : before, seek.fetch());
    }

    /** The first line of scope; row-level security is the second. */
    private List<BookCover> visible(String condition, UUID id, int limit) {
        Caller caller = work.caller();
        boolean all = caller.reach() == io.clientele.platform.caller.Reach.ALL;
        return find(
                        "(manager = ?1 or deputy = ?1 or team in ?3 or ?4 = true) and " + condition
                                + " order by id desc",
                        caller.id(),
                        id,
                        caller.ledTeams().isEmpty() ? List.of("") : List.copyOf(caller.ledTeams()),
                        all)
                .range(0, limit - 1)
                .list();
    }

    private List<String> teamsOf(String manager, Caller caller) {
        return entities.createQuery(
                        "select distinct team from ClientBookEntry where manager = :manager and team is not null",
                        String.class)
                .setParameter("manager", manager)
                .getResultStream()
                .filter(team -> caller.id().equals(manager) || caller.ledTeams().contains(team))
                .toList();
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.ruleViolated(
                "cover-invalid", "The cover is not consistent.", new FieldError(pointer, detail));
    }
}
