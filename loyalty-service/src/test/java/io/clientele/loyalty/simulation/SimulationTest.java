package io.clientele.loyalty.simulation;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.commands;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.contracts.segments.MembershipCause;
import io.clientele.contracts.segments.SegmentEntered;
import io.clientele.loyalty.history.ActivityHistory;
import io.clientele.loyalty.rules.Activity;
import io.clientele.loyalty.segment.SegmentMembers;
import io.clientele.loyalty.sql.Sql;
import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.Berka;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.platform.caller.Work;
import io.clientele.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A simulation tells what would have been, and moves nothing. */
@LoyaltyTest
class SimulationTest {

    private static final String LEDGER =
            "SELECT (SELECT count(*) FROM posting) || '/' || (SELECT count(*) FROM cap_usage) || '/' || (SELECT count(*) FROM earning) AS state";

    @Inject
    Bank bank;

    @Inject
    ActivityHistory history;

    @Inject
    SegmentMembers segments;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void replaysAYearOfTheBerkaBankBySegmentAgainstTodaysRules() {
        List<Berka.Booking> bookings = Berka.bookings();
        Set<String> owners = bookings.stream().map(Berka.Booking::owner).collect(Collectors.toSet());
        TestClock.set(Instant.parse("1992-12-30T12:00:00Z"));
        bank.clients(owners);
        String tiers = """
                ,"tiers":{"currency":"POINTS","rolling":"P12M",
                  "tiers":[{"key":"silver","name":"Silver","threshold":300},{"key":"gold","name":"Gold","threshold":900}]}""";
        String programme = activeProgramme(terms("Payments", "", tiers));
        enrolAll(programme, owners);
        TestClock.set(Instant.parse("1994-04-01T08:00:00Z"));
        List<Activity> activities =
                bookings.stream().map(Berka.Booking::activity).toList();
        for (int i = 0; i < activities.size(); i += 2500) {
            List<Activity> delivery = activities.subList(i, Math.min(i + 2500, activities.size()));
            inBackground(() -> {
                history.keep(delivery);
                // as often as it is delivered
                history.keep(delivery.subList(0, 10));
                return null;
            });
        }
        UUID segment = UUID.randomUUID();
        Set<String> inside = owners.stream().sorted().limit(200).collect(Collectors.toSet());
        inBackground(() -> {
            inside.forEach(client -> segments.apply(
                    new SegmentEntered(
                            client, segment, "Some", 1, TestClock.now(), MembershipCause.ACTIVITY, "/v1/segments/1"),
                    1));
            return null;
        });
        String before = ledger();

        JsonNode done = simulate(programme, 12, "1994-03-31", """
                {"currencies":[{"code":"POINTS","name":"Points"}],
                 "rules":[{"key":"twice","name":"Two points","currency":"POINTS","activityType":"transaction",
                   "condition":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},
                   "formula":{"type":"PER_AMOUNT_STEP","points":2,"rounding":"DOWN","step":{"amount":"100.00","currency":"CZK"}},
                   "expiry":{"type":"ROLLING","period":"P24M"},"caps":["monthly"]}],
                 "caps":[{"key":"monthly","scope":"MEMBER","period":"MONTH","points":100}]%s}""".formatted(tiers));

        assertThat(ledger()).isEqualTo(before);
        assertThat(done.get("members").asLong()).isEqualTo(1229);
        assertThat(done.get("membersDone").asLong()).isEqualTo(1229);
        JsonNode all = done.get("results").get(0);
        // computed from the files by a program of its own
        assertThat(all.at("/today/0/granted").asLong()).isEqualTo(157_792);
        assertThat(all.at("/today/0/activities").asLong()).isEqualTo(3_698);
        assertThat(all.at("/today/0/earning").asLong()).isEqualTo(665);
        assertThat(all.at("/candidate/0/wished").asLong()).isEqualTo(315_584);
        assertThat(all.at("/candidate/0/granted").asLong()).isEqualTo(250_262);
        assertThat(all.at("/candidate/0/activities").asLong()).isEqualTo(3_692);
        assertThat(all.at("/candidate/0/liability/amount").asText()).isEqualTo("62565.50");
        assertThat(inTier(all, "today", "silver")).isEqualTo(185);
        assertThat(inTier(all, "today", "gold")).isEqualTo(10);
        assertThat(inTier(all, "candidate", "silver")).isEqualTo(317);
        assertThat(inTier(all, "candidate", "gold")).isEqualTo(47);
        JsonNode some = done.get("results").get(1);
        assertThat(some.get("segmentId").asText()).isEqualTo(segment.toString());
        assertThat(some.get("members").asLong()).isEqualTo(200);
        assertThat(some.at("/today/0/granted").asLong())
                .isEqualTo(bookings.stream()
                        .filter(booking -> booking.household() && inside.contains(booking.owner()))
                        .filter(booking -> !booking.day().isBefore(LocalDate.of(1993, 4, 1)))
                        .mapToLong(booking -> booking.amount()
                                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                                .longValueExact())
                        .sum());
    }

    @Test
    void tellsOfTodaysRulesWhatTheLedgerTells() {
        String more = ",\"caps\":[\"weekly\",\"each\"],\"coolDown\":\"PT3H\",\"activation\":{\"after\":\"P2D\"}";
        String caps = """
                ,"caps":[{"key":"weekly","scope":"MEMBER","period":"WEEK","points":40},{"key":"each","scope":"ACTIVITY","points":15}]""";
        String programme = activeProgramme(terms("Like the ledger", more, caps)
                .replace("{\"type\":\"ROLLING\",\"period\":\"P12M\"}", "{\"type\":\"SLIDING\",\"period\":\"P4D\"}"));
        List<String> members = IntStream.range(0, 4)
                .mapToObj(i -> enrolled(programme, bank.client()))
                .toList();
        Random random = new Random(11);
        for (int day = 0; day < 12; day++) {
            for (int i = 0; i < 4; i++) {
                TestClock.advance(Duration.ofMinutes(30 + random.nextInt(270)));
                Bank.pays(members.get(random.nextInt(4)), UUID.randomUUID().toString(), 100 + random.nextInt(2000));
            }
            TestClock.advance(Duration.ofHours(random.nextInt(30)));
        }
        TestClock.advance(Duration.ofDays(1));
        // what has expired by now has expired in the ledger
        await().untilAsserted(
                        () -> assertThat(simulated(programme, "expired")).isEqualTo(held(members, "lifetime.expired")));

        assertThat(simulated(programme, "granted")).isEqualTo(held(members, "lifetime.earned"));
        await().untilAsserted(
                        () -> assertThat(simulated(programme, "available")).isEqualTo(held(members, "available")));
        assertThat(simulated(programme, "expired")).isPositive();
    }

    @Test
    void sharesABudgetInTheOrderOfTime() {
        String programme = activeProgramme();
        String early = bank.client();
        String late = bank.client();
        String lateMember = enrolled(programme, late);
        String earlyMember = enrolled(programme, early);
        UUID segment = UUID.randomUUID();
        inBackground(() -> {
            segments.apply(
                    new SegmentEntered(
                            late, segment, "Late", 1, TestClock.now(), MembershipCause.ACTIVITY, "/v1/segments/1"),
                    1);
            return null;
        });
        Bank.earns(earlyMember, 60);
        TestClock.advance(Duration.ofMinutes(1));
        Bank.earns(lateMember, 60);

        JsonNode done = simulate(programme, 1, null, """
                {"currencies":[{"code":"POINTS","name":"Points"}],
                 "rules":[{"key":"fixed","name":"Fixed","currency":"POINTS","activityType":"transaction",
                   "formula":{"type":"FIXED","points":10},"expiry":{"type":"NEVER"},"caps":["budget"]}],
                 "caps":[{"key":"budget","scope":"PROGRAMME","points":13}]}""");

        assertThat(done.at("/results/0/candidate/0/granted").asLong()).isEqualTo(13);
        assertThat(done.at("/results/0/candidate/0/wished").asLong()).isEqualTo(20);
        assertThat(done.at("/results/0/today/0/granted").asLong()).isEqualTo(120);
        assertThat(done.at("/results/1/candidate/0/granted").asLong()).isEqualTo(3);
        assertThat(done.at("/results/1/members").asLong()).isEqualTo(1);
    }

    @Test
    void refusesWhatHasNotHappenedAndTermsThatDoNotFit() {
        String programme = activeProgramme();
        String fitting = "{\"currencies\":[{\"code\":\"POINTS\",\"name\":\"Points\"}],\"rules\":[]}";

        commands("/v1/simulations", request(programme, 3, "2999-01-01", fitting))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lastDay"));
        commands("/v1/simulations", request(UUID.randomUUID().toString(), 3, null, fitting))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/programmeId"));
        commands(
                        "/v1/simulations",
                        request(
                                programme,
                                3,
                                null,
                                fitting.replace(
                                        "\"rules\":[]",
                                        "\"rules\":[],\"stacking\":[{\"group\":\"a\",\"mode\":\"ALL\"},{\"group\":\"a\",\"mode\":\"ALL\"}]")))
                .then()
                .statusCode(422)
                .body("code", equalTo("terms-inconsistent"));
    }

    private long simulated(String programme, String field) {
        JsonNode done = simulate(
                programme, 2, null, "{\"currencies\":[{\"code\":\"POINTS\",\"name\":\"Points\"}],\"rules\":[]}");
        return done.at("/results/0/today/0/" + field).asLong();
    }

    private static long held(List<String> members, String field) {
        return members.stream().mapToLong(member -> balance(member, field)).sum();
    }

    private static long inTier(JsonNode results, String side, String tier) {
        long members = 0;
        for (JsonNode pair : results.get("tiers")) {
            members +=
                    pair.path(side).asText().equals(tier) ? pair.get("members").asLong() : 0;
        }
        return members;
    }

    private JsonNode simulate(String programme, int months, @Nullable String lastDay, String candidate) {
        Response begun = commands("/v1/simulations", request(programme, months, lastDay, candidate));
        begun.then().statusCode(202).body("state", equalTo("RUNNING"));
        String path = begun.header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> operator().get(path).path("state").equals("COMPLETED"));
        try {
            return json.readTree(operator().get(path).asString());
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Object> request(
            String programme, int months, @Nullable String lastDay, String candidate) {
        try {
            Map<String, Object> request = new HashMap<>(Map.of(
                    "programmeId",
                    programme,
                    "months",
                    months,
                    "candidate",
                    new ObjectMapper().readTree(candidate),
                    "costs",
                    List.of(Map.of(
                            "currency", "POINTS", "perThousand", Map.of("amount", "250.00", "currency", "CZK")))));
            if (lastDay != null) {
                request.put("lastDay", lastDay);
            }
            return request;
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private void enrolAll(String programme, Set<String> clients) {
        String path = "/v1/loyalty-programmes/" + programme + "/members/batches";
        Response taken = commands(path, Map.of("clientIds", clients));
        taken.then().statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        operator().get(taken.header("Location")).path("state").equals("COMPLETED"));
    }

    private String ledger() {
        return inBackground(() -> sql.one(LEDGER, row -> row.text("state")));
    }

    private static <T> T inBackground(Supplier<T> task) {
        return Work.of("test").call(() -> QuarkusTransaction.requiringNew().call(task::get));
    }
}
