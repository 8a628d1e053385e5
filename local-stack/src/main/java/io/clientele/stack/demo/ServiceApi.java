package io.clientele.stack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.stack.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/**
 * One service as one user calls it. Any answer but a success ends the work with a {@link UsageException} that holds the
 * service's own words.
 */
public final class ServiceApi {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service;
    private final String token;

    /** The service at {@code service}, called with {@code token}. */
    public ServiceApi(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    JsonNode get(String path) {
        return json(exchange(request(path).GET()));
    }

    /** Makes something, or takes a step with the resource at {@code path} in whatever state it is; the answer's body. */
    JsonNode post(String path, String body) {
        return json(exchange(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                .POST(BodyPublishers.ofString(body))));
    }

    /** Sends a bulk import; the path of the import resource. */
    String upload(String path, BodyPublisher lines) {
        var accepted = exchange(request(path)
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(lines));
        return accepted.headers()
                .firstValue("Location")
                .map(location -> service.resolve(location).getPath())
                .orElseThrow(() -> refused(accepted));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw refused(response);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + request.build().uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw refused(response);
        }
    }

    private static UsageException refused(HttpResponse<String> response) {
        return new UsageException("the demo was refused: " + response.request().method() + " " + response.uri()
                + " answered " + response.statusCode() + " " + response.body());
    }
}
