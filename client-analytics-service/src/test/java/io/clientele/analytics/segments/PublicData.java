package io.clientele.analytics.segments;

import io.clientele.analytics.segments.evaluation.Activity;
import io.clientele.analytics.segments.evaluation.ClientHistory;
import io.clientele.analytics.segments.rules.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The public data sets beside the project; a test that needs an absent one is skipped and says so. */
public final class PublicData {

    /** The end of the extract, 1994-03-31, in Prague. */
    public static final Instant BERKA_END = Instant.parse("1994-03-31T22:00:00Z");

    /** Household payments of the last 90 days above 5,000 in sum: 523 members at {@link #BERKA_END}. */
    public static final String HOUSEHOLD_ABOVE_5000 = "{'events':{'type':'transaction',"
            + "'where':{'attribute':{'path':'category','eq':'HOUSEHOLD'}},'agg':'sum','field':'amount','currency':'CZK',"
            + "'window':{'last':'P90D'},'gt':'5000'}}";

    /** Members of {@link #HOUSEHOLD_ABOVE_5000} at {@link #BERKA_END}. */
    public static final int BERKA_MEMBERS = 523;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private PublicData() {}

    /** A booking of an account, as activity of the account's owner. */
    public record Transaction(String id, String clientId, Instant at, BigDecimal amount, String category) {}

    /** The numbers of all 5,369 clients. */
    public static List<String> clients() {
        return rows("berka/client.asc").map(row -> row.get("client_id")).toList();
    }

    /** The 49,102 transactions. */
    public static List<Transaction> transactions() {
        Map<String, String> owners = new HashMap<>();
        rows("berka/disp.asc")
                .filter(row -> row.get("type").equals("OWNER"))
                .forEach(row -> owners.put(row.get("account_id"), row.get("client_id")));
        return rows("berka/trans.asc")
                .map(row -> new Transaction(
                        row.get("trans_id"),
                        Objects.requireNonNull(owners.get(row.get("account_id"))),
                        LocalDate.parse("19" + row.get("date"), DAY)
                                .atStartOfDay(Histories.PRAGUE)
                                .toInstant(),
                        new BigDecimal(row.get("amount")),
                        row.get("k_symbol").equals("SIPO") ? "HOUSEHOLD" : "OTHER"))
                .toList();
    }

    /** The transactions as the evaluator sees them; clients without any are left out. */
    public static List<ClientHistory> histories() {
        Map<String, List<Activity>> byClient = new HashMap<>();
        for (Transaction transaction : transactions()) {
            byClient.computeIfAbsent(transaction.clientId(), first -> new ArrayList<>())
                    .add(new Activity(
                            transaction.id(),
                            transaction.at(),
                            Map.of(
                                    "category", new Value.Text(transaction.category()),
                                    "amount",
                                            new Value.Text(transaction.amount().toPlainString()),
                                    "currency", new Value.Text("CZK"))));
        }
        return byClient.entrySet().stream()
                .map(client -> new ClientHistory(
                        client.getKey(), Map.of(), List.of(), Map.of("transaction", client.getValue())))
                .toList();
    }

    /** A row, by the names of the columns. */
    public record Row(Map<String, String> values) {

        public String get(String column) {
            return Objects.requireNonNull(values.get(column), column);
        }
    }

    /** The rows of a {@code ;} or {@code ,} separated file . */
    public static Stream<Row> rows(String file) {
        Path path = Path.of(System.getProperty("clientele.root", ".."), "..", "shared", "data", file);
        Assumptions.assumeTrue(Files.exists(path), "the public data set " + file + " is not here");
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.ISO_8859_1);
            String separator = lines.getFirst().contains(";") ? ";" : ",";
            String[] names = unquoted(lines.getFirst(), separator);
            return lines.stream().skip(1).map(line -> {
                String[] values = unquoted(line, separator);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], values[i]);
                }
                return new Row(row);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String[] unquoted(String line, String separator) {
        return line.replace("\"", "").split(separator, -1);
    }
}
