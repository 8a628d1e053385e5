package io.clientele.accountplan.wallet;

import io.clientele.accountplan.rates.FxTable;
import io.clientele.accountplan.rates.Quote;
import io.clientele.contracts.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Our share of what clients spend on banking, by product line and country, and what is left to win.
 *
 * @param cells by product line and country
 * @param ours the sum of the cells
 * @param wallet the sum of the cells
 * @param whiteSpace the sum of the cells
 * @param share ours / wallet with 6 decimals; null without a wallet
 */
public record ShareOfWallet(
        List<Slot> cells,
        Money ours,
        Money wallet,
        Money whiteSpace,
        @Nullable BigDecimal share,
        List<Quote> rates) {

    /** Which product line in which country. */
    public record Place(String productLine, String geography) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byLine = productLine.compareTo(other.productLine);
            return byLine != 0 ? byLine : geography.compareTo(other.geography);
        }
    }

    /**
     * One cell.
     *
     * @param ours our revenue of a year
     * @param wallet what is spent with anybody, as estimated
     * @param blocked what of it we cannot get
     * @param whiteSpace max(0, wallet - blocked - ours)
     * @param share ours / wallet with 6 decimals; null without an estimate
     * @param overEstimate whether we have more than the whole wallet: the estimate is too low
     */
    public record Slot(
            Place place,
            Money ours,
            Money wallet,
            Money blocked,
            Money whiteSpace,
            @Nullable BigDecimal share,
            boolean overEstimate) {}

    public ShareOfWallet {
        cells = List.copyOf(cells);
        rates = List.copyOf(rates);
    }

    /**
     * Works it out.
     *
     * @param ours our revenue of a year by cell, in {@code currency}
     */
    public static ShareOfWallet of(
            List<WalletEstimateTerms> estimates, Map<Place, Money> ours, FxTable fx, Currency currency) {
        Money zero = Money.zero(currency);
        SortedMap<Place, Money> wallet = new TreeMap<>();
        SortedMap<Place, Money> blocked = new TreeMap<>();
        ours.keySet().forEach(place -> wallet.put(place, zero));
        for (WalletEstimateTerms estimate : estimates) {
            Place place = new Place(estimate.productLine(), estimate.geography());
            Money spend =
                    fx.convert(new Money(estimate.spend(), Currency.getInstance(estimate.spendCurrency())), currency);
            wallet.merge(place, spend, Money::plus);
            blocked.merge(place, estimate.blocked() ? spend : zero, Money::plus);
        }
        List<Slot> cells = new ArrayList<>();
        wallet.forEach((place, spend) ->
                cells.add(cell(place, ours.getOrDefault(place, zero), spend, blocked.getOrDefault(place, zero))));
        Money allOurs = sum(cells, Slot::ours, zero);
        Money all = sum(cells, Slot::wallet, zero);
        return new ShareOfWallet(
                cells, allOurs, all, sum(cells, Slot::whiteSpace, zero), ratio(allOurs, all), fx.used());
    }

    private static Slot cell(Place place, Money ours, Money wallet, Money blocked) {
        Money left = wallet.minus(blocked).minus(ours);
        Money none = Money.zero(ours.currency());
        BigDecimal share = ratio(ours, wallet);
        return new Slot(
                place,
                ours,
                wallet,
                blocked,
                left.amount().signum() > 0 ? left : none,
                share,
                share != null && share.compareTo(BigDecimal.ONE) > 0);
    }

    private static Money sum(List<Slot> cells, Function<Slot, Money> figure, Money zero) {
        BinaryOperator<Money> plus = Money::plus;
        return cells.stream().map(figure).reduce(zero, plus);
    }

    private static @Nullable BigDecimal ratio(Money part, Money whole) {
        return whole.amount().signum() == 0
                ? null
                : part.amount().divide(whole.amount(), MathContext.DECIMAL128).setScale(6, RoundingMode.HALF_EVEN);
    }
}
