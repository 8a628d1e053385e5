package io.clientele.stack.demo;

import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.stack.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Czech bank, anonymised (PKDD'99 Discovery Challenge): its clients with the accounts they own, their cards and
 * loans, and the transactions of the accounts they own up to the end of March 1994. Products opened later than that are
 * in the data with their later day.
 */
public final class BerkaBank implements DataSet {

    /** A year before the end of the last day in the transactions, midnight in Prague. */
    private static final Instant LAST_YEAR = Instant.parse("1993-03-31T22:00:00Z");

    private static final String OWNER = "OWNER";

    private final Path directory;

    private BerkaBank(Path directory) {
        this.directory = directory;
    }

    /**
     * The bank whose files are in {@code directory}.
     *
     * @throws UsageException when they are not there
     */
    public static BerkaBank in(Path directory) {
        for (var file : List.of("client", "disp", "account", "card", "loan", "district", "trans")) {
            if (!Files.isReadable(directory.resolve(file + ".asc"))) {
                throw new UsageException("no Berka data in " + directory + ": " + file + ".asc is missing");
            }
        }
        return new BerkaBank(directory);
    }

    @Override
    public String name() {
        return "berka";
    }

    @Override
    public Optional<Instant> opening() {
        return Optional.of(LAST_YEAR);
    }

    @Override
    public Stream<ClientLine> clients() {
        var districts = byKey("district", row -> row.number("A1"), Function.identity());
        var products = products();
        var since = relationshipStarts();
        return rows("client").map(row -> {
            var id = row.get("client_id");
            var birth = BirthNumber.parse(row.get("birth_number"));
            int district = row.number("district_id");
            var place = known(districts, district);
            var portfolio = Portfolio.ofDistrict(district);
            var attributes = new LinkedHashMap<String, Object>();
            attributes.put("district", place.get("A2"));
            attributes.put("region", place.get("A3"));
            return new ClientLine(
                    id,
                    ClientType.PERSON,
                    "Client " + id,
                    null,
                    birth.birthDate(),
                    birth.sex(),
                    "CZ",
                    place.get("A2"),
                    portfolio.manager(),
                    portfolio.team(),
                    "STANDARD",
                    KycStatus.VERIFIED,
                    known(since, id),
                    attributes,
                    products.getOrDefault(id, List.of()));
        });
    }

    @Override
    public Stream<ActivityLine> activities() {
        var owners = ownersByAccount();
        return rows("trans").map(row -> BerkaTransaction.toActivity(row, known(owners, row.get("account_id"))));
    }

    /** Accounts and loans are the owner's; a card is the one's whose right on the account it was issued for. */
    private Map<String, List<HeldProduct>> products() {
        var products = new HashMap<String, List<HeldProduct>>();
        var owners = ownersByAccount();
        collect(
                products,
                "account",
                row -> known(owners, row.get("account_id")),
                row -> held("ACCOUNT", "acc-" + row.get("account_id"), row.date("date")));
        collect(
                products,
                "loan",
                row -> known(owners, row.get("account_id")),
                row -> held("LOAN", "loan-" + row.get("loan_id"), row.date("date")));
        var holders = byKey("disp", row -> row.get("disp_id"), row -> row.get("client_id"));
        collect(
                products,
                "card",
                row -> known(holders, row.get("disp_id")),
                row -> held("CARD", "card-" + row.get("card_id"), row.date("issued")));
        return products;
    }

    private void collect(
            Map<String, List<HeldProduct>> products,
            String table,
            Function<BerkaTable.Row, String> holder,
            Function<BerkaTable.Row, HeldProduct> product) {
        try (var rows = rows(table)) {
            rows.forEach(row -> products.computeIfAbsent(holder.apply(row), _ -> new ArrayList<>())
                    .add(product.apply(row)));
        }
    }

    private static HeldProduct held(String product, String id, LocalDate openedOn) {
        return new HeldProduct(product, id, openedOn, null);
    }

    /** The opening of the first account a client may use, as owner or disponent. */
    private Map<String, LocalDate> relationshipStarts() {
        var openings = byKey("account", row -> row.get("account_id"), row -> row.date("date"));
        try (var rights = rows("disp")) {
            return rights.collect(Collectors.toMap(
                    row -> row.get("client_id"),
                    row -> known(openings, row.get("account_id")),
                    (one, other) -> one.isBefore(other) ? one : other));
        }
    }

    private Map<String, String> ownersByAccount() {
        try (var rights = rows("disp")) {
            return rights.filter(row -> row.get("type").equals(OWNER))
                    .collect(Collectors.toMap(row -> row.get("account_id"), row -> row.get("client_id")));
        }
    }

    private <K, V> Map<K, V> byKey(String table, Function<BerkaTable.Row, K> key, Function<BerkaTable.Row, V> value) {
        try (var rows = rows(table)) {
            return rows.collect(Collectors.toMap(key, value));
        }
    }

    private Stream<BerkaTable.Row> rows(String table) {
        return new BerkaTable(directory.resolve(table + ".asc")).rows();
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "the data set refers to what it does not hold: " + key);
    }
}
