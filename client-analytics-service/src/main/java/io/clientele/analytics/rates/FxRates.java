package io.clientele.analytics.rates;

import io.clientele.contracts.Change;
import io.clientele.contracts.inbound.ReferenceRate;
import io.clientele.platform.audit.Audit;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.database.Statements;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.clientele.platform.rates.FxSettings;
import io.clientele.platform.rates.QuotationRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reference rates known here. They concern no client and are read by everybody of the bank. */
@ApplicationScoped
public class FxRates {

    private static final String RECORD = """
            INSERT INTO reference_rate AS r (currency, quoted_on, rate, source, recorded_by, recorded_at)
            SELECT q.*, ?, ? FROM unnest(?, ?::date[], ?::numeric[], ?) AS q
            ON CONFLICT (currency, quoted_on) DO UPDATE SET
                rate = excluded.rate, source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
            WHERE (r.rate, r.source) IS DISTINCT FROM (excluded.rate, excluded.source)
            RETURNING r.currency, r.quoted_on, old.rate AS before, new.rate AS after""";

    private static final String FIND = "SELECT * FROM reference_rate WHERE currency = ? AND quoted_on = ?";

    private static final String PAGE = """
            SELECT * FROM reference_rate
            WHERE (?::text IS NULL OR currency = ?)
              AND (?::date IS NULL OR quoted_on < ? OR (quoted_on = ? AND currency > ?))
            ORDER BY quoted_on DESC, currency LIMIT ?""";

    private final Statements statements;
    private final Audit audit;
    private final Event<RatesQuoted> quoted;
    private final CurrentWork work;
    private final Clock clock;
    private final Currency reference;

    FxRates(
            Statements statements,
            Audit audit,
            Event<RatesQuoted> quoted,
            CurrentWork work,
            Clock clock,
            FxSettings settings) {
        this.statements = statements;
        this.audit = audit;
        this.quoted = quoted;
        this.work = work;
        this.clock = clock;
        this.reference = Currency.getInstance(settings.referenceCurrency());
    }

    private record Changed(
            String currency, LocalDate quotedOn, @Nullable BigDecimal before, BigDecimal after) {}

    /** The currency rates are quoted against. */
    public String referenceCurrency() {
        return reference.getCurrencyCode();
    }

    /**
     * Checks a quotation without taking it.
     *
     * @throws ProblemException 422 {@code fx-base-unknown} or {@code fx-rate-invalid}
     */
    public void check(ReferenceRate rate) {
        QuotationRules.check(rate, reference);
    }

    /** Takes one quotation that may not have been checked yet, and gives what is known now. */
    @Transactional
    public QuotedRate record(ReferenceRate rate) {
        check(rate);
        recordAll(List.of(rate));
        return get(rate.currency(), rate.quotedOn());
    }

    /**
     * Takes quotations that passed {@link #check}; of several of one currency and day the last one stands, and one known
     * before is replaced.
     *
     * @return how many said something new
     */
    @Transactional
    public int recordAll(Collection<ReferenceRate> rates) {
        Map<String, ReferenceRate> last = new LinkedHashMap<>();
        rates.forEach(rate -> last.put(rate.currency() + rate.quotedOn(), rate));
        if (last.isEmpty()) {
            return 0;
        }
        List<ReferenceRate> inOrder = new ArrayList<>(new java.util.TreeMap<>(last).values());
        List<Changed> changed = statements.rows(
                RECORD,
                FxRates::changed,
                work.caller().id(),
                clock.instant(),
                column(inOrder, ReferenceRate::currency),
                column(inOrder, ReferenceRate::quotedOn),
                column(inOrder, rate -> rate.rate().toPlainString()),
                column(inOrder, ReferenceRate::source));
        changed.forEach(rate -> audit.record(
                rate.before() == null ? "create" : "update",
                "reference-rate",
                rate.currency() + "/" + rate.quotedOn(),
                null,
                Map.of("rate", new Change(plain(rate.before()), plain(rate.after())))));
        if (!changed.isEmpty()) {
            statements.update("UPDATE reference_rate_revision SET revision = revision + 1");
            quoted.fire(new RatesQuoted(changed.size()));
        }
        return changed.size();
    }

    /**
     * One rate.
     *
     * @throws ProblemException 404
     */
    @Transactional
    public QuotedRate get(String currency, LocalDate quotedOn) {
        return statements.rows(FIND, FxRates::rate, currency, quotedOn).stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** A page of rates, the newest first; filter {@code currency}. */
    @Transactional
    public List<QuotedRate> page(Seek seek) {
        String currency = seek.filter("currency");
        Place after = seek.after(Place::parse);
        LocalDate day = after == null ? null : after.quotedOn();
        return statements.rows(
                PAGE,
                FxRates::rate,
                currency,
                currency,
                day,
                day,
                day,
                after == null ? null : after.currency(),
                seek.fetch());
    }

    /** Moves on whenever a rate changes: what was read before it need not be read again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long revision() {
        return statements
                .rows("SELECT revision FROM reference_rate_revision", row -> row.getLong(1))
                .getFirst();
    }

    /** Every rate, by currency and day. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Map<LocalDate, BigDecimal>> all() {
        Map<String, Map<LocalDate, BigDecimal>> all = new HashMap<>();
        statements
                .rows("SELECT * FROM reference_rate", FxRates::rate)
                .forEach(rate -> all.computeIfAbsent(rate.currency(), first -> new HashMap<>())
                        .put(rate.quotedOn(), rate.rate()));
        return all;
    }

    /** Where a page ends: the key of its last rate. */
    public record Place(LocalDate quotedOn, String currency) {

        static Place parse(String key) {
            String[] parts = key.split(" ", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException(key);
            }
            try {
                return new Place(LocalDate.parse(parts[0]), parts[1]);
            } catch (java.time.DateTimeException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        }

        /** The key of a rate. */
        public static String of(QuotedRate rate) {
            return rate.quotedOn() + " " + rate.currency();
        }
    }

    private static QuotedRate rate(ResultSet row) throws SQLException {
        return new QuotedRate(
                row.getString("currency"),
                row.getObject("quoted_on", LocalDate.class),
                row.getBigDecimal("rate"),
                row.getString("source"),
                row.getString("recorded_by"));
    }

    private static Changed changed(ResultSet row) throws SQLException {
        return new Changed(
                row.getString("currency"),
                row.getObject("quoted_on", LocalDate.class),
                row.getBigDecimal("before"),
                row.getBigDecimal("after"));
    }

    private static @Nullable String plain(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.stripTrailingZeros().toPlainString();
    }

    private static <T> List<T> column(List<ReferenceRate> rates, Function<ReferenceRate, T> value) {
        return rates.stream().map(value).toList();
    }
}
