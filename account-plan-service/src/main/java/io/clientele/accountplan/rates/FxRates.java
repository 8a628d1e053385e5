package io.clientele.accountplan.rates;

import io.clientele.contracts.inbound.ReferenceRate;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.clientele.platform.rates.FxSettings;
import io.clientele.platform.rates.QuotationRules;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reference rates known here. They concern no client and are read by everybody of the bank. */
@ApplicationScoped
public class FxRates implements PanacheRepositoryBase<QuotedRate, RateId> {

    private final Currency reference;
    private final int maxAgeDays;
    private final CurrentWork work;
    private final Clock clock;

    FxRates(FxSettings settings, CurrentWork work, Clock clock) {
        this.reference = Currency.getInstance(settings.referenceCurrency());
        this.maxAgeDays = settings.maxAgeDays();
        this.work = work;
        this.clock = clock;
    }

    /** The currency rates are quoted against, in which roll-ups are shown when none is asked for. */
    public Currency referenceCurrency() {
        return reference;
    }

    /** How many days before the day of a conversion a quotation still counts. */
    public int maxAgeDays() {
        return maxAgeDays;
    }

    /**
     * The currency a code names; the reference currency for none.
     *
     * @throws ProblemException 400 {@code parameter-malformed}
     */
    public Currency currency(@Nullable String code) {
        if (code == null) {
            return reference;
        }
        try {
            return QuotationRules.payable(code);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.malformed(
                    "parameter-malformed",
                    "A currency is an ISO 4217 code such as EUR.",
                    new FieldError("query:currency", "is no ISO 4217 code"));
        }
    }

    /** The rates for a day (today for none): of each currency the newest quotation that is not too old. */
    public FxTable on(@Nullable LocalDate day) {
        LocalDate on = day == null ? LocalDate.now(clock) : day;
        List<Quote> quotes = find("""
                        id.quotedOn <= ?1 and id.quotedOn >= ?2 and id.quotedOn = (
                            select max(newer.id.quotedOn) from QuotedRate newer
                            where newer.id.currency = id.currency and newer.id.quotedOn <= ?1)""", on, on.minusDays(maxAgeDays)).stream()
                .map(rate -> new Quote(rate.currency(), rate.quotedOn(), rate.rate()))
                .toList();
        return new FxTable(reference, on, quotes);
    }

    /**
     * Takes a quotation; one of the same currency and day is replaced.
     *
     * @throws ProblemException 422 {@code fx-base-unknown} or {@code fx-rate-invalid}
     */
    @Transactional
    public QuotedRate record(ReferenceRate quoted) {
        QuotationRules.check(quoted, reference);
        String by = work.caller().id();
        QuotedRate known = findById(new RateId(quoted.currency(), quoted.quotedOn()));
        if (known != null) {
            known.correct(quoted, by);
            return known;
        }
        QuotedRate rate = new QuotedRate(quoted, by);
        persist(rate);
        return rate;
    }

    /**
     * Whether taking a quotation would change nothing.
     *
     * @throws ProblemException 422 {@code fx-base-unknown} or {@code fx-rate-invalid}
     */
    public boolean knows(ReferenceRate quoted) {
        QuotationRules.check(quoted, reference);
        QuotedRate known = findById(new RateId(quoted.currency(), quoted.quotedOn()));
        return known != null
                && known.rate().compareTo(quoted.rate()) == 0
                && known.source().equals(quoted.source());
    }

    /**
     * One rate.
     *
     * @throws ProblemException 404
     */
    public QuotedRate get(String currency, LocalDate quotedOn) {
        return findByIdOptional(new RateId(currency, quotedOn)).orElseThrow(ProblemException::notFound);
    }

    /** A page of rates, the newest first; filter {@code currency}. */
    public List<QuotedRate> page(Seek seek) {
        StringBuilder query = new StringBuilder("true");
        Parameters parameters = new Parameters();
        if (seek.filter("currency") != null) {
            query.append(" and id.currency = :currency");
            parameters.and("currency", seek.filter("currency"));
        }
        RateId after = seek.after(FxRates::parse);
        if (after != null) {
            query.append(" and (id.quotedOn < :day or id.quotedOn = :day and id.currency > :after)");
            parameters.and("day", after.quotedOn()).and("after", after.currency());
        }
        return find(query + " order by id.quotedOn desc, id.currency", parameters)
                .range(0, seek.fetch() - 1)
                .list();
    }

    private static RateId parse(String after) {
        String[] parts = after.split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(after);
        }
        try {
            return new RateId(parts[1], LocalDate.parse(parts[0]));
        } catch (java.time.DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
