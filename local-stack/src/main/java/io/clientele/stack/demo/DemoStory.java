package io.clientele.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contracts.clients.ClientType;
import io.clientele.stack.UsageException;
import io.clientele.stack.server.Pause;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * What the people of the invented bank have done before the user comes: a governed segment of the clients who run their
 * household through the bank, a loyalty programme these are enrolled in, and the draft of a plan for a key account.
 */
public final class DemoStory {

    private static final String ANALYTICS = "client-analytics-service";
    private static final String ACCOUNT_PLAN = "account-plan-service";
    private static final String LOYALTY = "loyalty-service";
    private static final String MANAGER = "rm-1";
    private static final int PAYERS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Staff staff;
    private final LocalDate today;
    private final PrintStream out;

    /** The story as it stands on the business day {@code today}. */
    public DemoStory(Staff staff, LocalDate today, PrintStream out) {
        this.staff = staff;
        this.today = today;
        this.out = out;
    }

    /**
     * Tells it through the services' own interfaces.
     *
     * @throws UsageException when a service refuses, with its answer
     */
    public void tell(GeneratedBank bank) {
        var segment = segment();
        programmeFor(segment);
        var company = bank.clients()
                .filter(client -> client.type() == ClientType.COMPANY)
                .filter(client -> client.manager().equals(MANAGER))
                .findFirst()
                .orElseThrow();
        planFor(company);
    }

    private Segment segment() {
        var analyst = staff.call(ANALYTICS, "analyst");
        var drafted = analyst.post("/v1/segments", """
                {"name":"Household payers above 2,000","description":"Clients who run their household through us.",
                 "rule":{"events":{"type":"transaction","where":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},
                   "agg":"sum","field":"amount","currency":"EUR","window":{"last":"P90D"},"gt":"2000"}}}""");
        var path = "/v1/segments/" + drafted.path("id").asText();
        analyst.post(path + "/versions/1/reviews", "{}");
        staff.call(ANALYTICS, "programme-manager").post(path + "/versions/1/approvals", "{}");
        var calculated = awaitState(analyst, path + "/calculation");
        var members = calculated.path("entered").asLong();
        out.printf("  segment 'Household payers above 2,000': %,d members%n", members);
        return new Segment(drafted.path("id").asText(), members);
    }

    private record Segment(String id, long members) {}

    private void programmeFor(Segment segment) {
        var operator = staff.call(LOYALTY, "loyalty-operator");
        var drafted = operator.post("/v1/loyalty-programmes", """
                {"name":"Household rewards","timeZone":"Europe/Vienna","termsVersion":"1",
                 "currencies":[{"code":"POINTS","name":"Bonus points"}],
                 "rules":[{"key":"household-payments","name":"A point per 10 EUR of household payments","currency":"POINTS",
                   "activityType":"transaction","condition":{"attribute":{"path":"category","eq":"HOUSEHOLD"}},
                   "formula":{"type":"PER_AMOUNT_STEP","points":1,"step":{"amount":"10.00","currency":"EUR"},"rounding":"DOWN"},
                   "expiry":{"type":"ROLLING","period":"P12M"}}]}""");
        var path = "/v1/loyalty-programmes/" + drafted.path("id").asText();
        operator.post(path + "/reviews", "{}");
        staff.call(LOYALTY, "loyalty-approver").post(path + "/approvals", "{}");
        operator.post(path + "/rewards", """
                {"name":"Cinema ticket","currency":"POINTS","points":150,"stock":100}""");
        out.printf("  loyalty programme 'Household rewards': %,d enrolled%n", enrolled(operator, path, segment));
        payAndRedeem(operator, path);
    }

    /** The first members pay for their household, which earns, and the first of them takes the ticket. */
    private void payAndRedeem(ServiceApi operator, String programme) {
        var members = operator.get(programme + "/members?limit=" + PAYERS).path("items");
        var payments = new StringJoiner(",", "{\"items\":[", "]}");
        for (var member : members) {
            payments.add("""
                    {"sourceId":"demo-%s","clientId":"%s","type":"transaction","occurredAt":"%s",
                     "data":{"amount":"1900.00","currency":"EUR","direction":"DEBIT","channel":"REMITTANCE","category":"HOUSEHOLD"}}""".formatted(
                            member.path("id").asText(),
                            member.path("clientId").asText(),
                            member.path("joinedAt").asText()));
        }
        staff.call(ANALYTICS, "system").post("/v1/activities", payments.toString());
        var first = programme + "/members/" + members.path(0).path("id").asText();
        var reward = operator.get(programme + "/rewards")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        patiently(() -> operator.post(first + "/redemptions", "{\"rewardId\":\"" + reward + "\",\"quantity\":1}"));
        out.printf("  %d of them paid and earned 190 points each; one took a cinema ticket for 150%n", members.size());
    }

    /** The members reach the loyalty service by event, so the first batch may come too early. */
    private static long enrolled(ServiceApi operator, String programme, Segment segment) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var batch = operator.post(programme + "/members/batches", "{\"segmentId\":\"" + segment.id() + "\"}");
            var done = awaitState(
                    operator, programme + "/members/batches/" + batch.path("id").asText());
            if (done.path("clients").asLong() >= segment.members() || System.nanoTime() > deadline) {
                return done.path("enrolled").asLong()
                        + done.path("alreadyMembers").asLong();
            }
            Pause.millis(500);
        }
    }

    private void planFor(ClientLine company) {
        var manager = staff.call(ACCOUNT_PLAN, "relationship-manager");
        // the client reaches the account plans by event
        var opened = patiently(() -> manager.post("/v1/account-plans", """
                {"clientId":"%s","title":"Lead bank for cash management","period":{"from":"%s","to":"%s"},
                 "requiredProductLines":["cash-management"]}""".formatted(
                        company.id(), today.plusDays(1), today.plusDays(1).plusMonths(12))));
        manager.post("/v1/account-plans/" + opened.path("id").asText() + "/objectives", """
                {"statement":"Win the cash pooling mandate of the group","productLine":"cash-management","geography":"%s",
                 "owner":"%s","unit":"EUR fee income a year"}""".formatted(
                        company.domicile(), MANAGER));
        out.printf(
                "  account plan for client %s (%s): a draft whose objective is not SMART yet%n",
                company.id(), company.name());
    }

    private static JsonNode awaitState(ServiceApi api, String path) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var seen = api.get(path);
            if (seen.path("state").asText().equals("COMPLETED")) {
                return seen;
            }
            Pause.millis(100);
        }
        throw new UsageException(path + " did not end in " + PATIENCE.toSeconds() + " seconds");
    }

    private static JsonNode patiently(Supplier<JsonNode> call) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (UsageException tooEarly) {
                if (System.nanoTime() > deadline) {
                    throw tooEarly;
                }
                Pause.millis(500);
            }
        }
    }
}
