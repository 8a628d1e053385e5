package io.clientele.accountplan.revenue;

import io.clientele.accountplan.rates.Conversion;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.rates.FxTable;
import io.clientele.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/** Revenues of many clients added up where they are: one statement, however many figures. Each is converted by itself. */
@ApplicationScoped
public class RevenueSums {

    private static final String SUMS = Conversion.RATES
            + """
            select r.client_id as client, r.product_line as line, %s as unconverted, %s as amount,
                   string_agg(distinct r.currency, ',') as currencies
            from revenue r left join rate x on x.currency = r.currency
            where r.client_id in :clients and r.month >= :from and r.month < :until
            group by r.client_id, r.product_line order by r.client_id, r.product_line""".formatted(Conversion.missing("r.currency"), Conversion.sum("r.amount", "r.currency"));

    private final EntityManager entities;
    private final FxRates rates;
    private final Clock clock;

    RevenueSums(EntityManager entities, FxRates rates, Clock clock) {
        this.entities = entities;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * What a client brought with a product line.
     *
     * @param amount in the currency asked for; without what could not be converted
     * @param unconverted whether a rate is missing
     * @param currencies of the figures
     */
    public record Sum(String clientId, String productLine, Money amount, boolean unconverted, List<String> currencies) {

        /**
         * The amount, where every figure could be converted; notes the quotations used.
         *
         * @throws io.clientele.platform.problem.ProblemException 422 {@code fx-rate-missing}
         */
        public Money converted(FxTable fx) {
            currencies.forEach(each -> fx.convert(Money.zero(Currency.getInstance(each)), amount.currency()));
            return amount;
        }
    }

    /** The sums of the twelve whole months before the day of the rates, by client and product line. */
    public List<Sum> ofAYear(Collection<String> clientIds, FxTable fx, Currency currency) {
        LocalDate thisMonth = fx.on().withDayOfMonth(1);
        Query sums = entities.createNativeQuery(SUMS, Tuple.class);
        Conversion.bind(sums, rates, currency, clock.instant(), fx.on());
        @SuppressWarnings("unchecked")
        List<Tuple> rows = sums.setParameter("clients", clientIds)
                .setParameter("from", thisMonth.minusMonths(12))
                .setParameter("until", thisMonth)
                .getResultList();
        return rows.stream().map(row -> sum(row, currency)).toList();
    }

    private static Sum sum(Tuple row, Currency currency) {
        BigDecimal amount = row.get("amount", BigDecimal.class);
        return new Sum(
                row.get("client", String.class),
                row.get("line", String.class),
                amount == null ? Money.zero(currency) : Money.rounded(amount, currency, RoundingMode.HALF_EVEN),
                row.get("unconverted", Boolean.class),
                List.of(row.get("currencies", String.class).split(",")));
    }
}
