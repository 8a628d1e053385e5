package io.clientele.accountplan.credit;

import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.rates.Quote;
import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The credit exposure of facilities in one currency. Every figure is converted by itself and totals are the sums of what
 * is shown. A sub-limit is part of its parent: it is shown, and never adds to a total.
 *
 * @param on day of conversion and of the maturity ladder
 * @param lines every facility once
 * @param total of the facilities that are no sub-limits
 * @param ladder drawn and undrawn of those facilities by time to maturity
 * @param rates the quotations used
 */
public record Exposure(LocalDate on, List<Line> lines, Figures total, List<Rung> ladder, List<Quote> rates) {

    /** How long a facility still runs. */
    public enum Maturity {
        /** It has matured. */
        PAST,
        /** At most 30 days. */
        WITHIN_30_DAYS,
        /** At most 90 days. */
        WITHIN_90_DAYS,
        /** At most a year. */
        WITHIN_1_YEAR,
        /** At most three years. */
        WITHIN_3_YEARS,
        /** At most five years. */
        WITHIN_5_YEARS,
        /** More than five years. */
        LATER,
        /** No maturity is known. */
        OPEN
    }

    /**
     * Amounts in the currency of the exposure.
     *
     * @param undrawn max(0, limit - drawn)
     * @param excess max(0, drawn - limit)
     * @param atDefault exposure at default: drawn + CCF x committed undrawn; the CCF is 1 where none is known
     */
    public record Figures(Money limit, Money drawn, Money undrawn, Money excess, Money atDefault) {

        static Figures none(Currency currency) {
            Money zero = Money.zero(currency);
            return new Figures(zero, zero, zero, zero, zero);
        }

        Figures plus(Figures other) {
            return new Figures(
                    limit.plus(other.limit),
                    drawn.plus(other.drawn),
                    undrawn.plus(other.undrawn),
                    excess.plus(other.excess),
                    atDefault.plus(other.atDefault));
        }
    }

    /**
     * A facility.
     *
     * @param subLimit whether it is part of another facility among the lines
     */
    public record Line(CreditPosition position, Figures figures, boolean subLimit, Maturity maturity) {

        /** Whether more is drawn than may be. */
        public boolean inExcess() {
            return figures.excess().amount().signum() > 0;
        }
    }

    /** What matures when. */
    public record Rung(Maturity maturity, int facilities, Money drawn, Money undrawn) {}

    public Exposure {
        lines = List.copyOf(lines);
        ladder = List.copyOf(ladder);
        rates = List.copyOf(rates);
    }

    /** The exposure of facilities, each given once. */
    public static Exposure of(List<CreditPosition> positions, FxTable fx, Currency currency) {
        Set<String> known = new HashSet<>();
        positions.forEach(position -> known.add(position.facilityId()));
        List<Line> lines = new ArrayList<>();
        Figures total = Figures.none(currency);
        Map<Maturity, Rung> ladder = new EnumMap<>(Maturity.class);
        for (CreditPosition position : positions) {
            boolean subLimit = position.parentFacilityId() != null && known.contains(position.parentFacilityId());
            Line line = new Line(position, figures(position, fx, currency), subLimit, maturity(position, fx.on()));
            lines.add(line);
            if (!subLimit) {
                total = total.plus(line.figures);
                ladder.merge(
                        line.maturity,
                        new Rung(line.maturity, 1, line.figures.drawn, line.figures.undrawn),
                        (one, other) -> new Rung(
                                one.maturity,
                                one.facilities + other.facilities,
                                one.drawn.plus(other.drawn),
                                one.undrawn.plus(other.undrawn)));
            }
        }
        return new Exposure(fx.on(), lines, total, List.copyOf(ladder.values()), fx.used());
    }

    /** Whether more is drawn than the limit. */
    static boolean inExcess(CreditPosition position) {
        return position.drawn().amount().compareTo(position.limit().amount()) > 0;
    }

    private static Figures figures(CreditPosition position, FxTable fx, Currency currency) {
        Money limit = fx.convert(position.limit(), currency);
        Money drawn = fx.convert(position.drawn(), currency);
        Money difference = limit.minus(drawn);
        Money zero = Money.zero(currency);
        boolean excess = difference.amount().signum() < 0;
        Money undrawn = excess ? zero : difference;
        Money conversion = position.committed()
                ? Money.rounded(undrawn.amount().multiply(ccf(position.ccf())), currency, RoundingMode.HALF_EVEN)
                : zero;
        return new Figures(limit, drawn, undrawn, excess ? zero.minus(difference) : zero, drawn.plus(conversion));
    }

    private static BigDecimal ccf(@Nullable BigDecimal known) {
        return Objects.requireNonNullElse(known, BigDecimal.ONE);
    }

    private static Maturity maturity(CreditPosition position, LocalDate on) {
        LocalDate end = position.maturesOn();
        if (end == null) {
            return Maturity.OPEN;
        }
        if (end.isBefore(on)) {
            return Maturity.PAST;
        }
        if (!end.isAfter(on.plusDays(30))) {
            return Maturity.WITHIN_30_DAYS;
        }
        if (!end.isAfter(on.plusDays(90))) {
            return Maturity.WITHIN_90_DAYS;
        }
        if (!end.isAfter(on.plusYears(1))) {
            return Maturity.WITHIN_1_YEAR;
        }
        if (!end.isAfter(on.plusYears(3))) {
            return Maturity.WITHIN_3_YEARS;
        }
        return end.isAfter(on.plusYears(5)) ? Maturity.LATER : Maturity.WITHIN_5_YEARS;
    }
}
