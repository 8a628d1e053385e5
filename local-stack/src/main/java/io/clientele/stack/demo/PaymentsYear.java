package io.clientele.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.stack.UsageException;
import io.clientele.stack.server.ClockFile;
import io.clientele.stack.server.Pause;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A year of a payments programme on the real bank's data, from April 1993 to March 1994: owners of accounts are enrolled,
 * household and standing payments earn points for half a year, quarter by quarter; who has enough of them takes cash back
 * when a quarter ends, tiers are reached, and what was not spent in time expires. The business clock goes along.
 */
public final class PaymentsYear {

    private static final String LOYALTY = "loyalty-service";
    private static final LocalDate FIRST_DAY = LocalDate.of(1993, 4, 1);
    private static final int QUARTERS = 4;
    private static final int WATCHED = 100;
    private static final int MOST_AT_ONCE = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofMillis(1500);

    private static final String PROGRAMME = """
            {"name":"Payments year","timeZone":"Europe/Prague","termsVersion":"1993-04",
             "currencies":[{"code":"POINTS","name":"Bonus points"}],
             "rules":[
               {"key":"household-payments","name":"A point per 100 CZK of household payments","currency":"POINTS","activityType":"transaction",
                "condition":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},
                "formula":{"type":"PER_AMOUNT_STEP","points":1,"step":{"amount":"100.00","currency":"CZK"},"rounding":"DOWN"},
                "expiry":{"type":"ROLLING","period":"P6M"}},
               {"key":"standing-payments","name":"A point per 200 CZK of insurance and loan payments","currency":"POINTS","activityType":"transaction",
                "condition":{"attribute":{"path":"category","in":["INSURANCE","LOAN_PAYMENT"]}},
                "formula":{"type":"PER_AMOUNT_STEP","points":1,"step":{"amount":"200.00","currency":"CZK"},"rounding":"DOWN"},
                "expiry":{"type":"ROLLING","period":"P6M"}}],
             "tiers":{"currency":"POINTS","rolling":"P12M","downgrade":"ONE_LEVEL","graceDays":30,
               "tiers":[{"key":"silver","name":"Silver","threshold":200},{"key":"gold","name":"Gold","threshold":600}]}}""";

    private static final String CASH_BACK = """
            {"name":"Cash back of 50 CZK","currency":"POINTS","points":100,"fulfilWithin":"P7D",
             "benefit":{"type":"CASH_BACK","amount":{"amount":"50.00","currency":"CZK"}},"limit":{"units":2,"period":"QUARTER"}}""";

    private final ServiceApi operator;
    private final ServiceApi approver;
    private final ServiceApi system;
    private final Loading loading;
    private final ClockFile clock;
    private final PrintStream out;

    /** The year as these people and {@code clock} let it pass. */
    public PaymentsYear(Staff staff, Loading loading, ClockFile clock, PrintStream out) {
        this.operator = staff.call(LOYALTY, "loyalty-operator");
        this.approver = staff.call(LOYALTY, "loyalty-approver");
        this.system = staff.call(LOYALTY, "system");
        this.loading = loading;
        this.clock = clock;
        this.out = out;
    }

    private record Watched(List<String> members, String reward) {}

    /**
     * Tells it through the services' own interfaces; the clock stands at the end of March 1994 after it.
     *
     * @throws UsageException when a service refuses, with its answer
     */
    public void tell(BerkaBank bank) {
        loading.clients(bank);
        send(bank, LocalDate.MIN, FIRST_DAY);
        var programme = opened();
        out.printf("  programme 'Payments year': %,d owners of accounts enrolled%n", enrolled(programme, owners(bank)));
        var watched = new Watched(
                ids(operator.get(programme + "/members?limit=" + WATCHED).path("items")),
                operator.post(programme + "/rewards", CASH_BACK).path("id").asText());
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            var from = FIRST_DAY.plusMonths(3L * (quarter - 1));
            var to = FIRST_DAY.plusMonths(3L * quarter);
            clock.set(BerkaTransaction.startOf(to));
            send(bank, from, to);
            settled(programme, watched);
            var redeemed = quarter == QUARTERS ? 0 : redeem(programme, watched);
            tellOf(to.minusDays(1), programme, watched, redeemed);
        }
        out.println("  a statement: GET " + programme + "/members/"
                + watched.members().getFirst() + "/statement/document?format=PDF&from=" + FIRST_DAY + "&to="
                + FIRST_DAY.plusYears(1).minusDays(1));
    }

    private void send(BerkaBank bank, LocalDate from, LocalDate to) {
        var begin = from.equals(LocalDate.MIN) ? Instant.MIN : BerkaTransaction.startOf(from);
        var end = BerkaTransaction.startOf(to);
        try (var activities = bank.activities()) {
            loading.activities(
                    activities.filter(activity -> !activity.occurredAt().isBefore(begin)
                            && activity.occurredAt().isBefore(end)));
        }
    }

    private String opened() {
        var path = "/v1/loyalty-programmes/"
                + operator.post("/v1/loyalty-programmes", PROGRAMME).path("id").asText();
        operator.post(path + "/reviews", "{}");
        approver.post(path + "/approvals", "{}");
        return path;
    }

    private static Set<String> owners(BerkaBank bank) {
        try (var activities = bank.activities()) {
            return activities.map(ActivityLine::clientId).collect(Collectors.toSet());
        }
    }

    /** The clients reach the loyalty service by event, so the first batch may come too early. */
    private long enrolled(String programme, Set<String> owners) {
        var named = owners.stream()
                .sorted()
                .limit(MOST_AT_ONCE)
                .collect(Collectors.joining("\",\"", "{\"clientIds\":[\"", "\"]}"));
        return until(
                        () -> {
                            var batch = operator.post(programme + "/members/batches", named);
                            return until(
                                    () -> operator.get(programme + "/members/batches/"
                                            + batch.path("id").asText()),
                                    seen -> seen.path("state").asText().equals("COMPLETED"));
                        },
                        seen -> seen.path("unknownClients").asLong() == 0)
                .path("clients")
                .asLong();
    }

    /** Waits until what the watched members have has not changed for a while. */
    private void settled(String programme, Watched watched) {
        var before = totals(programme, watched);
        var since = System.nanoTime();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - since < QUIET.toNanos() && System.nanoTime() < deadline) {
            Pause.millis(200);
            var now = totals(programme, watched);
            if (!now.equals(before)) {
                before = now;
                since = System.nanoTime();
            }
        }
    }

    private record Totals(long earned, long available, long spent, long expired) {

        Totals plus(Totals other) {
            return new Totals(
                    earned + other.earned, available + other.available, spent + other.spent, expired + other.expired);
        }
    }

    private Totals totals(String programme, Watched watched) {
        return watched.members().stream()
                .map(member -> operator.get(programme + "/members/" + member + "/balance"))
                .map(balance -> new Totals(
                        balance.path("lifetime").path("earned").asLong(),
                        balance.path("available").asLong(),
                        balance.path("lifetime").path("spent").asLong(),
                        balance.path("lifetime").path("expired").asLong()))
                .reduce(new Totals(0, 0, 0, 0), Totals::plus);
    }

    /** Every second of the watched members who can takes cash back; the bank's system pays it. */
    private int redeem(String programme, Watched watched) {
        int redeemed = 0;
        for (int i = 0; i < watched.members().size(); i += 2) {
            var member = programme + "/members/" + watched.members().get(i);
            if (operator.get(member + "/balance").path("available").asLong() >= 100) {
                var redemption = operator.post(
                        member + "/redemptions", "{\"rewardId\":\"" + watched.reward() + "\",\"quantity\":1}");
                system.post(
                        member + "/redemptions/" + redemption.path("id").asText() + "/fulfilments",
                        "{\"fulfilment\":\"FULFILLED\"}");
                redeemed++;
            }
        }
        return redeemed;
    }

    private void tellOf(LocalDate day, String programme, Watched watched, int redeemed) {
        var totals = totals(programme, watched);
        var tiers = watched.members().stream()
                .map(member -> operator.get(programme + "/members/" + member + "/tier-progress")
                        .path("tier")
                        .asText(""))
                .filter(tier -> !tier.isEmpty())
                .collect(Collectors.groupingBy(tier -> tier, Collectors.counting()));
        out.printf(
                "  %s  of %d members: %,d points earned, %,d spent (%d cash back now), %,d expired, %,d left; silver %d, gold %d%n",
                day,
                watched.members().size(),
                totals.earned(),
                totals.spent(),
                redeemed,
                totals.expired(),
                totals.available(),
                tiers.getOrDefault("silver", 0L),
                tiers.getOrDefault("gold", 0L));
    }

    private static List<String> ids(JsonNode items) {
        return stream(items).map(item -> item.path("id").asText()).toList();
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static JsonNode until(Supplier<JsonNode> call, Predicate<JsonNode> enough) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var seen = call.get();
            if (enough.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new UsageException(
                        "the demonstration waited " + PATIENCE.toSeconds() + " seconds in vain: " + seen);
            }
            Pause.millis(300);
        }
    }
}
