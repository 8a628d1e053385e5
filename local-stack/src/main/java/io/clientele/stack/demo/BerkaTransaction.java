package io.clientele.stack.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;

/** A row of the transactions of the Berka data set, in the terms of the activity type {@code transaction}. */
final class BerkaTransaction {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    private BerkaTransaction() {}

    /** The activity of the account's owner that a row tells of. The data set knows days only: it is their beginning. */
    static ActivityLine toActivity(BerkaTable.Row row, String owner) {
        var data = new LinkedHashMap<String, Object>();
        data.put("amount", row.get("amount"));
        data.put("currency", "CZK");
        data.put("direction", direction(row.get("type")));
        data.put("channel", channel(row.get("operation")));
        data.put("category", category(row.get("k_symbol")));
        if (!row.get("k_symbol").isBlank()) {
            data.put("purposeCode", row.get("k_symbol"));
        }
        data.put("account", "acc-" + row.get("account_id"));
        return new ActivityLine(
                "berka-trans-" + row.get("trans_id"), owner, "transaction", startOf(row.date("date")), data);
    }

    /** When a day begins in Prague. */
    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(PRAGUE).toInstant();
    }

    /** PRIJEM is money in; VYDAJ and VYBER are money out. */
    static String direction(String type) {
        return switch (type) {
            case "PRIJEM" -> "CREDIT";
            case "VYDAJ", "VYBER" -> "DEBIT";
            default -> throw new IllegalArgumentException("unknown type of transaction: " + type);
        };
    }

    /** How the money moved; what the bank books itself names no operation. */
    static String channel(String operation) {
        return switch (operation) {
            case "VKLAD", "VYBER" -> "CASH";
            case "PREVOD Z UCTU", "PREVOD NA UCET" -> "TRANSFER";
            case "VYBER KARTOU" -> "CARD";
            case "" -> "BANK";
            default -> throw new IllegalArgumentException("unknown operation: " + operation);
        };
    }

    /** What the money was for, from the {@code k_symbol}; many transactions name no purpose. */
    static String category(String kSymbol) {
        return switch (kSymbol.strip()) {
            case "SIPO" -> "HOUSEHOLD";
            case "UROK" -> "INTEREST";
            case "SLUZBY" -> "STATEMENT_FEE";
            case "POJISTNE" -> "INSURANCE";
            case "UVER" -> "LOAN_PAYMENT";
            case "DUCHOD" -> "PENSION";
            case "SANKC. UROK" -> "SANCTION_INTEREST";
            case "" -> "OTHER";
            default -> throw new IllegalArgumentException("unknown k_symbol: " + kSymbol);
        };
    }
}
