package io.clientele.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.platform.caller.Roles;
import io.clientele.stack.server.TokenRequest;
import io.clientele.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls every operation of the contract as nobody, with tokens that are no good, with every role it does not name, and
 * as a relationship manager of another book. A service's test extends it.
 */
public abstract class AuthorizationConformance {

    private static final List<String> ROLES = List.of(
            Roles.RELATIONSHIP_MANAGER,
            Roles.PRODUCT_SPECIALIST,
            Roles.TEAM_LEADER,
            Roles.SERVICE_AGENT,
            Roles.ANALYST,
            Roles.PROGRAMME_MANAGER,
            Roles.LOYALTY_OPERATOR,
            Roles.LOYALTY_APPROVER,
            Roles.FINANCE,
            Roles.COMPLIANCE,
            Roles.AUDITOR,
            Roles.CLIENT,
            Roles.SYSTEM);

    /**
     * Resources that belong to clients of one manager's book.
     *
     * @param manager the manager's user id
     * @param ids by path parameter as in the contract's paths, such as {@code planId}
     * @param around ids, by path parameter, of what every manager sees and the book's resources lie in
     */
    public record Book(String manager, Map<String, String> ids, Map<String, String> around) {

        /** A book whose resources lie in nothing else. */
        public Book(String manager, Map<String, String> ids) {
            this(manager, ids, Map.of());
        }

        Map<String, String> all() {
            Map<String, String> all = new HashMap<>(around);
            all.putAll(ids);
            return all;
        }
    }

    /** Makes a book, through the service's own API, whose resources another manager must not find. */
    protected abstract Book book();

    @TestFactory
    Stream<DynamicTest> refusesWhoCannotBeTrusted() {
        Map<String, @Nullable String> tokens = Map.of(
                "an expired token", everyRole().expired().signed(),
                "another audience", everyRole().withAudience("somebody-else").signed(),
                "another issuer",
                        everyRole().withIssuer("https://elsewhere.example").signed(),
                "another key", everyRole().signedBy(TestTokens.stranger()).signed(),
                "alg none", everyRole().unsigned(),
                "no token at all", "");
        return Contract.served().operations().stream()
                .flatMap(operation -> tokens.entrySet().stream()
                        .map(token -> DynamicTest.dynamicTest(
                                operation.name() + " refuses " + token.getKey(),
                                () -> assertRefused(
                                        call(operation, String.valueOf(token.getValue()), Map.of()), 401))));
    }

    @TestFactory
    Stream<DynamicTest> refusesRolesItDoesNotName() {
        return Contract.served().operations().stream().flatMap(operation -> {
            Set<String> allowed = operation.roles();
            assertThat(allowed)
                    .as(operation.name() + " names the roles it takes")
                    .isNotEmpty();
            return Stream.concat(ROLES.stream(), Stream.of("stranger"))
                    .filter(role -> !allowed.contains(role))
                    .map(role -> DynamicTest.dynamicTest(
                            operation.name() + " refuses a " + role,
                            () -> assertRefused(call(operation, TestTokens.signed("somebody", role), Map.of()), 403)));
        });
    }

    @TestFactory
    Stream<DynamicTest> hidesAnotherManagersBook() {
        Book book = book();
        return Contract.served().operations().stream()
                .filter(operation -> operation.roles().contains(Roles.RELATIONSHIP_MANAGER))
                .filter(operation -> operation.pathParameters().stream().anyMatch(book.ids()::containsKey))
                .map(operation -> DynamicTest.dynamicTest(operation.name() + " is not found by another manager", () -> {
                    Response other = call(operation, manager("another-manager"), book.all());
                    assertThat(other.statusCode()).as(other.asString()).isIn(403, 404);
                    if (operation.method().equals("GET")
                            && book.all().keySet().containsAll(operation.pathParameters())) {
                        Response own = call(operation, manager(book.manager()), book.all());
                        assertThat(own.statusCode()).as(own.asString()).isEqualTo(200);
                    }
                }));
    }

    private static String manager(String user) {
        return TestTokens.signed(user, Roles.RELATIONSHIP_MANAGER);
    }

    private static TokenRequest everyRole() {
        return TestTokens.of(ROLES.toArray(String[]::new));
    }

    private static Response call(Operation operation, String token, Map<String, String> ids) {
        RequestSpecification request = RestAssured.given();
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!operation.method().equals("GET")) {
            request.header("If-Match", "*").header("Idempotency-Key", "conformance");
        }
        if (operation.takesJson()) {
            request.contentType(Operation.JSON).body(operation.example().toString());
        }
        operation
                .otherMediaType()
                .ifPresent(type -> request.contentType(type).body("{}".getBytes(StandardCharsets.UTF_8)));
        return request.request(operation.method(), operation.pathWith(ids));
    }

    private static void assertRefused(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }
}
