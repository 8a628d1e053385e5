package io.clientele.loyalty.testing;

import io.clientele.platform.caller.Roles;
import io.clientele.testing.TestTokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The operator as a program that sends thousands of requests: one token, connections kept open. */
public final class Caller implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token = "Bearer " + TestTokens.signed(Bank.OPERATOR, Roles.LOYALTY_OPERATOR);
    private final String service = "http://localhost:" + RestAssured.port;

    /** What was answered. */
    public record Answer(int status, String body) {

        /** Whether the problem has that code. */
        public boolean isProblem(String code) {
            return body.contains("\"code\":\"" + code + "\"");
        }

        /** The first text of that name in the body. */
        public String text(String name) {
            String before = "\"" + name + "\":\"";
            int start = body.indexOf(before) + before.length();
            return body.substring(start, body.indexOf('"', start));
        }
    }

    /** Sends a command, again and again while the service has no room for it, as callers do. */
    public Answer command(String path, String key, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + path))
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> reply;
            do {
                reply = http.send(request, HttpResponse.BodyHandlers.ofString());
            } while (reply.statusCode() == 503);
            return new Answer(reply.statusCode(), reply.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Lets {@code count} threads work at the same time. */
    public static void together(int count, IntConsumer work) {
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, count)
                    .mapToObj(i -> java.util.concurrent.CompletableFuture.runAsync(() -> work.accept(i), threads))
                    .toList()
                    .forEach(java.util.concurrent.CompletableFuture::join);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
