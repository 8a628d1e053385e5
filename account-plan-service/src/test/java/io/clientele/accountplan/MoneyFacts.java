package io.clientele.accountplan;

import io.clientele.platform.caller.Roles;
import io.restassured.response.ValidatableResponse;

/** What the bank's systems report about money, sent as they send it. */
final class MoneyFacts {

    /** The facility of the worked example: RAROC 19.33 %. */
    static final String EXAMPLE = """
            {"facilityId": "%s", "kind": "revolving", "limit": {"amount": "100000000.00", "currency": "%s"},
             "drawn": {"amount": "80000000.00", "currency": "%s"}, "committed": true, "ccf": "0.5", "pd": "0.01", "lgd": "0.4",
             "economicCapital": {"amount": "6000000.00", "currency": "%s"}, "maturesOn": "2028-06-30", "rating": "BBB-",
             "grossRevenue": {"amount": "5000000.00", "currency": "%s"}, "fundingCost": {"amount": "3600000.00", "currency": "%s"},
             "operatingCost": {"amount": "120000.00", "currency": "%s"}, "returnOnCapital": {"amount": "240000.00", "currency": "%s"},
             "covenants": [{"name": "Net debt / EBITDA <= 3", "testOn": "2026-06-30", "result": "NOT_TESTED"}],
             "asOf": "2026-01-31T22:00:00Z", "source": "loan-system"}""";

    private MoneyFacts() {}

    /** Reports the facility of the worked example. */
    static ValidatableResponse exampleFacility(String client, String facility, String currency) {
        return position(
                client,
                EXAMPLE.formatted(facility, currency, currency, currency, currency, currency, currency, currency));
    }

    /** Reports a facility without risk figures. */
    static ValidatableResponse facility(String client, String facility, String limit, String drawn, String asOf) {
        return position(client, """
                {"facilityId": "%s", "kind": "overdraft", "limit": {"amount": "%s", "currency": "EUR"},
                 "drawn": {"amount": "%s", "currency": "EUR"}, "committed": false, "asOf": "%s", "source": "loan-system"}""".formatted(facility, limit, drawn, asOf));
    }

    static ValidatableResponse position(String client, String body) {
        return Scene.asRole(Roles.SYSTEM)
                .body(body)
                .post("/v1/clients/" + client + "/credit-facilities")
                .then();
    }

    static ValidatableResponse revenue(
            String client, String productLine, String month, String amount, String currency) {
        return Scene.asRole(Roles.SYSTEM)
                .body("""
                        {"productLine": "%s", "month": "%s", "amount": {"amount": "%s", "currency": "%s"},
                         "asOf": "2026-02-02T04:00:00Z", "source": "general-ledger"}""".formatted(productLine, month, amount, currency))
                .post("/v1/clients/" + client + "/revenues")
                .then();
    }

    static ValidatableResponse rate(String currency, String day, String rate) {
        return Scene.asRole(Roles.FINANCE)
                .body("""
                        {"base": "EUR", "currency": "%s", "quotedOn": "%s", "rate": "%s", "source": "treasury"}""".formatted(currency, day, rate))
                .post("/v1/fx-rates")
                .then();
    }
}
