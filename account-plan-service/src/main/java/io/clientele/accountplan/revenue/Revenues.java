package io.clientele.accountplan.revenue;

import io.clientele.accountplan.plan.ProductLines;
import io.clientele.contracts.inbound.RevenueBooked;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The revenues of the clients the caller may see. */
@ApplicationScoped
public class Revenues implements PanacheRepositoryBase<RevenueFact, RevenueId> {

    private final ProductLines productLines;

    Revenues(ProductLines productLines) {
        this.productLines = productLines;
    }

    /** What became of a figure. */
    public record Recorded(RevenueFact fact, boolean changed) {}

    /**
     * Takes a figure; an older one than is held changes nothing.
     *
     * @throws ProblemException 422 {@code revenue-invalid}, {@code product-line-unknown}
     */
    @Transactional
    public Recorded record(RevenueBooked booked) {
        check(booked);
        RevenueId id = new RevenueId(
                booked.clientId(),
                booked.productLine(),
                booked.month(),
                booked.amount().currency().getCurrencyCode());
        RevenueFact known = findById(id);
        if (known == null) {
            RevenueFact fact = new RevenueFact(id, booked);
            persist(fact);
            return new Recorded(fact, true);
        }
        if (known.knows(booked)) {
            return new Recorded(known, false);
        }
        known.write(booked);
        return new Recorded(known, true);
    }

    /** All figures of some clients in the months from {@code from} to {@code to}, both included. */
    public List<RevenueFact> of(Collection<String> clientIds, LocalDate from, LocalDate to) {
        return list(
                "id.clientId in ?1 and id.month between ?2 and ?3 order by id.clientId, id.month, id.productLine, id.currency",
                clientIds,
                from.withDayOfMonth(1),
                to);
    }

    /** A page of a client's figures, the oldest month first; filters {@code productLine}, {@code from} and {@code to}. */
    public List<RevenueFact> page(String clientId, Seek seek) {
        StringBuilder query = new StringBuilder("id.clientId = :client");
        Parameters parameters = Parameters.with("client", clientId);
        if (seek.filter("productLine") != null) {
            query.append(" and id.productLine = :line");
            parameters.and("line", seek.filter("productLine"));
        }
        LocalDate from = seek.filter("from", Revenues::day);
        if (from != null) {
            query.append(" and id.month >= :from");
            parameters.and("from", from);
        }
        LocalDate to = seek.filter("to", Revenues::day);
        if (to != null) {
            query.append(" and id.month <= :to");
            parameters.and("to", to);
        }
        RevenueId after = seek.after(key -> parse(clientId, key));
        if (after != null) {
            query.append(" and (id.month > :month or id.month = :month and (id.productLine > :afterLine"
                    + " or id.productLine = :afterLine and id.currency > :afterCurrency))");
            parameters
                    .and("month", after.month())
                    .and("afterLine", after.productLine())
                    .and("afterCurrency", after.currency());
        }
        return find(query + " order by id.month, id.productLine, id.currency", parameters)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /** The place of a figure in the order of a page. */
    public static String key(RevenueFact fact) {
        return fact.month() + " " + fact.amount().currency() + " " + fact.productLine();
    }

    /**
     * Passes a figure that can be taken.
     *
     * @throws ProblemException 422 {@code revenue-invalid}, {@code product-line-unknown}
     */
    public void check(RevenueBooked booked) {
        productLines.require(List.of(booked.productLine()), "/productLine");
        if (booked.month().getDayOfMonth() != 1
                || booked.month().getYear() < 1900
                || booked.month().getYear() > 9999) {
            throw invalid("/month", "is the first day of a month");
        }
        if (booked.source().isBlank() || booked.source().length() > 100) {
            throw invalid("/source", "has 1 to 100 characters");
        }
        if (!booked.clientId().matches("[A-Za-z0-9._-]{1,64}")) {
            throw invalid("/clientId", "is no client number");
        }
        if (booked.asOf().getEpochSecond() > 253_402_300_799L) {
            throw invalid("/asOf", "is before the year 10000");
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.ruleViolated(
                "revenue-invalid", "The figure is not valid.", new FieldError(pointer, detail));
    }

    private static RevenueId parse(String clientId, String key) {
        String[] parts = key.split(" ", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException(key);
        }
        return new RevenueId(clientId, parts[2], day(parts[0]), parts[1]);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
