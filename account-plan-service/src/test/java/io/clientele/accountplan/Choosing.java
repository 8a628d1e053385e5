package io.clientele.accountplan;

import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.platform.caller.Roles;
import io.clientele.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Chooses key accounts among the clients of one scene: they have a tier of their own, so that the reviews of other tests stop
 * at the gate.
 */
record Choosing(Scene scene, KnownClients clients, String tier) {

    static final String REVENUE = """
            {"measure": "REVENUE", "weight": "%s", "low": "0", "high": "1000"}""";

    static Choosing of(KnownClients clients) {
        Scene scene = Scene.of(clients);
        Choosing choosing = new Choosing(scene, clients, "tier-" + scene.client());
        choosing.grade(KycStatus.VERIFIED, 2);
        return choosing;
    }

    void grade(KycStatus kyc, long sequence) {
        grade(scene.client(), scene, kyc, sequence);
    }

    void grade(String client, Scene of, KycStatus kyc, long sequence) {
        ClientState company = KnownClients.company(client, of.manager(), of.team());
        clients.update(
                new ClientState(
                        client,
                        company.type(),
                        company.name(),
                        company.lei(),
                        company.nace(),
                        null,
                        null,
                        company.domicile(),
                        company.branch(),
                        of.manager(),
                        of.team(),
                        tier,
                        kyc,
                        null,
                        null,
                        company.relationshipSince(),
                        company.attributes(),
                        company.products()),
                sequence,
                Instant.parse("2025-12-01T00:00:00Z"),
                "core-banking");
    }

    void earns(String amount, String asOf) {
        Scene.asRole(Roles.SYSTEM)
                .body("""
                        {"productLine": "payments", "month": "%s", "amount": {"amount": "%s", "currency": "EUR"},
                         "asOf": "%s", "source": "general-ledger"}""".formatted(lastMonth(), amount, asOf))
                .post("/v1/clients/" + scene.client() + "/revenues")
                .then()
                .statusCode(201);
    }

    static String lastMonth() {
        return LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1).toString();
    }

    static RequestSpecification asAnalyst(String user) {
        return io.restassured.RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + TestTokens.signed(user, Roles.ANALYST));
    }

    String terms(String entry, String criteria) {
        return """
                {"gates": {"tiers": ["%s"], "segments": [], "kycStatuses": ["VERIFIED"], "countries": []},
                 "criteria": [%s], "entryScore": "%s", "exitScore": "50", "capacityPerManager": 5}""".formatted(tier, criteria, entry);
    }

    String model(String criteria) {
        return "{\"name\": \"Model %s\", \"terms\": %s}".formatted(UUID.randomUUID(), terms("60", criteria));
    }

    String draft(String criteria) {
        return asAnalyst("an-horak")
                .body(model(criteria))
                .post("/v1/key-account-models")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    static ValidatableResponse approve(String user, String draft) {
        return asAnalyst(user)
                .header("If-Match", asAnalyst(user).get(draft).header("ETag"))
                .post(draft + "/approvals")
                .then();
    }

    /** Its id. */
    String modelInForce(String criteria) {
        String draft = draft(criteria);
        approve("an-kral", draft).statusCode(201);
        return Parts.id(draft.replaceAll("/versions.*", ""));
    }

    static String review(String model) {
        return reviewed(model, null).statusCode(201).extract().header("Location");
    }

    static ValidatableResponse reviewed(String model, @Nullable String asOf) {
        return asAnalyst("an-horak")
                .body(
                        asOf == null
                                ? "{\"modelId\": \"%s\"}".formatted(model)
                                : "{\"modelId\": \"%s\", \"asOf\": \"%s\"}".formatted(model, asOf))
                .post("/v1/key-account-reviews")
                .then();
    }
}
