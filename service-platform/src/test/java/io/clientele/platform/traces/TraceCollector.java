package io.clientele.platform.traces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An OTLP receiver (HTTP, protobuf) that keeps the bytes it is sent. */
public final class TraceCollector implements QuarkusTestResourceLifecycleManager {

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final HttpServer server = listening();

    /** Everything received so far, one character a byte. */
    String received() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/v1/traces", this::keep);
        server.start();
        return Map.of(
                "otel.exporter.otlp.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.otel.exporter.otlp.protocol",
                "http/protobuf",
                "quarkus.otel.exporter.otlp.compression",
                "none",
                "quarkus.otel.bsp.schedule.delay",
                "100ms");
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void keep(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        synchronized (received) {
            received.write(body);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(TraceCollector.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
