package io.clientele.accountplan.keyaccount;

import io.clientele.accountplan.rates.Conversion;
import io.clientele.accountplan.rates.FxRates;
import io.clientele.accountplan.returns.ReturnSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the whole portfolio as it was known at an instant, in one statement. The caller must reach every client. */
@ApplicationScoped
class Candidates {

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final int PERCENT_DIGITS = 4;

    private static final String PORTFOLIO = Conversion.RATES
            + """
            , booked as (
                select r.client_id, r.product_line, r.month >= :from as recent, %s as unconverted,
                       %s as amount
                from revenue_known(:at) r left join rate x on x.currency = r.currency
                where r.month >= :before and r.month < :until
                group by 1, 2, 3
            ), revenues as (
                select client_id,
                       sum(amount) filter (where recent) as revenue,
                       sum(amount) filter (where not recent) as earlier,
                       sum(amount) filter (where recent and product_line <> all (string_to_array(:credit, ','))) as ancillary,
                       count(*) filter (where recent and amount > 0) as lines,
                       coalesce(bool_or(unconverted) filter (where recent), false) as revenue_unconverted,
                       bool_or(unconverted) as growth_unconverted
                from booked group by client_id
            ), facility as materialized (
                select client_id, facility_id, position, cast(position -> 'limit' ->> 'amount' as numeric) as amount,
                       position -> 'limit' ->> 'currency' as currency
                from credit_facility_known(:at)
            ), credit as (
                select f.client_id, %s as unconverted, %s as amount
                from facility f left join rate x on x.currency = f.currency
                where not exists (select from facility p
                    where p.client_id = f.client_id and p.facility_id = f.position ->> 'parentFacilityId')
                group by f.client_id
            ), wallet as (
                select w.client_id, %s as unconverted, %s as amount
                from wallet_estimate_known(:at) w left join rate x on x.currency = w.spend_currency
                where not w.blocked
                group by w.client_id
            )
            select s.client_id as client, s.manager, s.tier, s.kyc_status as kyc, s.domicile as country,
                   cast(extract(year from age(cast(:day as date), s.relationship_since)) as numeric) as years,
                   r.revenue, r.earlier, r.ancillary, cast(r.lines as numeric) as lines,
                   coalesce(r.revenue_unconverted, false) as revenue_unconverted,
                   coalesce(r.growth_unconverted, false) as growth_unconverted,
                   c.amount as credit, coalesce(c.unconverted, false) as credit_unconverted,
                   w.amount as wallet, coalesce(w.unconverted, false) as wallet_unconverted,
                   (select string_agg(cast(m.segment_id as text), ',') from segment_membership m
                    where m.client_id = s.client_id and m.entered_at <= :at and (m.left_at is null or m.left_at > :at)) as segments,
                   k.id is not null as incumbent, coalesce(k.model_id <> :model, false) as held, o.kind as decided
            from client_standing s
            left join revenues r on r.client_id = s.client_id
            left join credit c on c.client_id = s.client_id
            left join wallet w on w.client_id = s.client_id
            left join key_account k on k.client_id = s.client_id and k.from_at < :at and (k.until_at is null or k.until_at >= :at)
            left join key_account_override o on o.client_id = s.client_id and o.approved_at <= :at
                and (o.ended_at is null or o.ended_at > :at) and o.valid_until >= :day
            where s.known_from <= :at and (s.known_until is null or s.known_until > :at)
            order by s.client_id""".formatted(
                            Conversion.missing("r.currency"),
                            Conversion.sum("r.amount", "r.currency"),
                            Conversion.missing("f.currency"),
                            Conversion.sum("f.amount", "f.currency"),
                            Conversion.missing("w.spend_currency"),
                            Conversion.sum("w.spend", "w.spend_currency"));

    private final EntityManager entities;
    private final FxRates rates;
    private final ReturnSettings returns;

    Candidates(EntityManager entities, FxRates rates, ReturnSettings returns) {
        this.entities = entities;
        this.rates = rates;
        this.returns = returns;
    }

    /**
     * Every client known then, in the order of client numbers.
     *
     * @param model the model under review: key accounts of others are held
     */
    List<Candidate> at(Instant asOf, UUID model) {
        LocalDate day = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        LocalDate thisMonth = day.withDayOfMonth(1);
        Query portfolio = entities.createNativeQuery(PORTFOLIO, Tuple.class);
        Conversion.bind(portfolio, rates, rates.referenceCurrency(), asOf, day);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = portfolio
                .setParameter("from", thisMonth.minusMonths(12))
                .setParameter("before", thisMonth.minusMonths(24))
                .setParameter("until", thisMonth)
                .setParameter("credit", String.join(",", returns.creditLines()))
                .setParameter("model", model)
                .getResultList();
        return rows.stream().map(this::candidate).toList();
    }

    private Candidate candidate(Tuple row) {
        Map<Measure, BigDecimal> values = new EnumMap<>(Measure.class);
        Map<Measure, String> missing = new EnumMap<>(Measure.class);
        boolean noRate = row.get("revenue_unconverted", Boolean.class);
        BigDecimal revenue = row.get("revenue", BigDecimal.class);
        BigDecimal earlier = row.get("earlier", BigDecimal.class);
        note(Measure.REVENUE, money(revenue), noRate, values, missing);
        note(
                Measure.REVENUE_GROWTH,
                revenue == null || earlier == null ? null : percent(revenue.subtract(earlier), earlier),
                row.get("growth_unconverted", Boolean.class),
                values,
                missing);
        note(Measure.PRODUCT_LINES, row.get("lines", BigDecimal.class), noRate, values, missing);
        BigDecimal ancillary = row.get("ancillary", BigDecimal.class);
        note(
                Measure.ANCILLARY_RATIO,
                revenue == null ? null : percent(ancillary == null ? BigDecimal.ZERO : ancillary, revenue),
                noRate,
                values,
                missing);
        note(
                Measure.CREDIT_LIMIT,
                money(row.get("credit", BigDecimal.class)),
                row.get("credit_unconverted", Boolean.class),
                values,
                missing);
        note(
                Measure.WALLET,
                money(row.get("wallet", BigDecimal.class)),
                row.get("wallet_unconverted", Boolean.class),
                values,
                missing);
        note(Measure.RELATIONSHIP_YEARS, row.get("years", BigDecimal.class), false, values, missing);
        String decided = row.get("decided", String.class);
        return new Candidate(
                row.get("client", String.class),
                row.get("manager", String.class),
                row.get("tier", String.class),
                row.get("kyc", String.class),
                row.get("country", String.class),
                segments(row.get("segments", String.class)),
                values,
                missing,
                row.get("incumbent", Boolean.class),
                row.get("held", Boolean.class),
                decided == null ? null : OverrideKind.valueOf(decided));
    }

    private static void note(
            Measure measure,
            @Nullable BigDecimal value,
            boolean noRate,
            Map<Measure, BigDecimal> values,
            Map<Measure, String> missing) {
        if (noRate) {
            missing.put(measure, "fx-rate-missing");
        } else if (value == null) {
            missing.put(measure, "unknown");
        } else {
            values.put(measure, value);
        }
    }

    private @Nullable BigDecimal money(@Nullable BigDecimal amount) {
        return amount == null
                ? null
                : amount.setScale(rates.referenceCurrency().getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
    }

    /** Null from nothing, or less: what grows from there cannot be told. */
    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.multiply(WHOLE).divide(whole, PERCENT_DIGITS, RoundingMode.HALF_EVEN);
    }

    private static Set<UUID> segments(@Nullable String ids) {
        return ids == null
                ? Set.of()
                : Arrays.stream(ids.split(",")).map(UUID::fromString).collect(Collectors.toSet());
    }
}
