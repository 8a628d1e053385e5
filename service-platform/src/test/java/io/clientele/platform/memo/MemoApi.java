package io.clientele.platform.memo;

import static io.restassured.RestAssured.given;

import io.clientele.platform.testing.PlatformServers;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The test application as its users call it: anna, whose client is c-1, and ben, whose client is c-2. */
public final class MemoApi {

    private MemoApi() {}

    /** Gives anna and ben their clients. */
    public static void twoBooks() {
        try (Connection superuser = PlatformServers.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "INSERT INTO client_book VALUES ('c-1', 'anna', 'north'), ('c-2', 'ben', 'south') ON CONFLICT DO NOTHING");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** A request of a relationship manager. */
    public static RequestSpecification as(String user) {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + PlatformServers.tokens()
                                        .of("relationship-manager")
                                        .withUser(user)
                                        .signed())
                .contentType("application/json");
    }

    /** A memo on a client. */
    public static String body(String client, String title) {
        return "{\"clientId\":\"%s\",\"title\":\"%s\"}".formatted(client, title);
    }

    /** A title no memo has yet. */
    public static String anyTitle() {
        return "memo " + UUID.randomUUID();
    }

    /** Makes a memo; returns its path. */
    public static String created(String user, String client) {
        return as(user).body(body(client, anyTitle()))
                .post("/v1/memos")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** The results of as many calls at once. */
    public static <T> List<T> concurrently(int callers, IntFunction<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<T>> results = threads.invokeAll(IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                    .toList());
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        }
    }
}
