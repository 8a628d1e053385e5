package io.clientele.platform.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt to deliver: signed at that moment, to the address that was checked, within 15 seconds, following no
 * redirect, reading nothing of the reply but its head.
 */
@ApplicationScoped
class WebhookSender {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int CONNECTIONS_PER_RECEIVER = 16;
    private static final int LONGEST_ERROR = 200;

    private final HttpClient client;
    private final Endpoints endpoints;
    private final InstantSource realTime = InstantSource.system();

    WebhookSender(Vertx vertx, Endpoints endpoints) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(false)
                        .setConnectTimeout((int) TIMEOUT.toMillis())
                        .setVerifyHost(true)
                        .setMaxHeaderSize(16_384),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_RECEIVER));
        this.endpoints = endpoints;
    }

    /**
     * What came of an attempt.
     *
     * @param status the receiver's; null when it gave none
     * @param retryAfter the receiver's wish; null for none
     * @param error null for success
     */
    record Attempt(
            @Nullable Integer status,
            @Nullable Duration retryAfter,
            @Nullable String error) {}

    Attempt send(String url, String id, byte[] body, Collection<String> secrets) {
        URI endpoint = URI.create(url);
        try {
            InetAddress address = endpoints.resolve(endpoint);
            return attempt(options(endpoint, address, id, body, secrets), body);
        } catch (Endpoints.AddressRefused refused) {
            return new Attempt(null, null, "the address is private");
        } catch (UnknownHostException unknown) {
            return new Attempt(null, null, "the host is unknown");
        } catch (TimeoutException late) {
            return new Attempt(null, null, "no reply within 15 seconds");
        } catch (ExecutionException failed) {
            return new Attempt(null, null, shortened(failed.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Attempt(null, null, "interrupted");
        }
    }

    private RequestOptions options(
            URI endpoint, InetAddress address, String id, byte[] body, Collection<String> secrets) {
        boolean tls = "https".equals(endpoint.getScheme());
        int port = endpoint.getPort() > 0 ? endpoint.getPort() : tls ? 443 : 80;
        Instant now = realTime.instant();
        String path = endpoint.getRawPath() == null || endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(endpoint.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(endpoint.getRawQuery() == null ? path : path + "?" + endpoint.getRawQuery())
                .setConnectTimeout(TIMEOUT.toMillis())
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/cloudevents+json; charset=utf-8")
                .putHeader(HttpHeaders.USER_AGENT, "Clientele-Webhooks/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader("webhook-signature", WebhookSignature.of(secrets, id, now, body));
    }

    private Attempt attempt(RequestOptions options, byte[] body)
            throws ExecutionException, InterruptedException, TimeoutException {
        AtomicReference<HttpClientRequest> underWay = new AtomicReference<>();
        Future<Attempt> attempt = client.request(options).compose(request -> {
            underWay.set(request);
            return request.send(Buffer.buffer(body)).map(response -> {
                Attempt read = read(response);
                // the body may be endless and is of no interest
                request.connection().close();
                return read;
            });
        });
        try {
            return attempt.toCompletionStage().toCompletableFuture().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            HttpClientRequest abandoned = underWay.get();
            if (abandoned != null) {
                abandoned.reset();
            }
            throw late;
        }
    }

    private Attempt read(HttpClientResponse response) {
        int status = response.statusCode();
        boolean accepted = status >= 200 && status < 300;
        return new Attempt(
                status,
                accepted ? null : retryAfter(response.getHeader(HttpHeaders.RETRY_AFTER)),
                accepted ? null : "the receiver answered " + status);
    }

    /** Seconds or an HTTP date (RFC 9110, 10.2.3). */
    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            Instant date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(realTime.instant(), date);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static String shortened(@Nullable Throwable failure) {
        String error = failure == null ? "failed" : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
