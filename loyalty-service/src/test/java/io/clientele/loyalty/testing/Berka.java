package io.clientele.loyalty.testing;

import io.clientele.loyalty.rules.Activity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The transactions of the Berka data set as its account owners' activity; a test that asks for them is skipped where it is not here. */
public final class Berka {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private Berka() {}

    /** A booking; {@code household} for the payments of a household. */
    public record Booking(String id, String owner, LocalDate day, BigDecimal amount, boolean household) {

        /** As the bank reports it. */
        public Activity activity() {
            return new Activity(
                    "berka-" + id,
                    owner,
                    "transaction",
                    day.atStartOfDay(PRAGUE).toInstant(),
                    Map.of(
                            "category",
                            household ? "HOUSEHOLD" : "OTHER",
                            "amount",
                            amount.toPlainString(),
                            "currency",
                            "CZK"));
        }
    }

    /** The 49,102 bookings. */
    public static List<Booking> bookings() {
        Map<String, String> owners = rows("disp.asc")
                .filter(row -> row.get("type").equals("OWNER"))
                .collect(Collectors.toMap(row -> row.get("account_id"), row -> "berka-" + row.get("client_id")));
        return rows("trans.asc")
                .map(row -> new Booking(
                        row.get("trans_id"),
                        owners.get(row.get("account_id")),
                        LocalDate.parse("19" + row.get("date"), DAY),
                        new BigDecimal(row.get("amount")),
                        row.get("k_symbol").equals("SIPO")))
                .toList();
    }

    private static Stream<Map<String, String>> rows(String file) {
        Path path = Path.of(System.getProperty("clientele.root", ".."), "..", "shared", "data", "berka", file);
        Assumptions.assumeTrue(Files.exists(path), "the public data set berka/" + file + " is not here");
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.ISO_8859_1);
            List<String> names = values(lines.getFirst());
            return lines.stream().skip(1).map(Berka::values).map(values -> {
                Map<String, String> row = new java.util.HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), values.get(i));
                }
                return row;
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> values(String line) {
        return Arrays.asList(line.replace("\"", "").split(";", -1));
    }
}
