package io.clientele.stack;

import io.clientele.stack.server.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a stack listens on the loopback address: five ports in a row, so that a second stack needs one number only.
 *
 * @param first the port of account-plan-service; then client-analytics, loyalty, Kafka, PostgreSQL
 */
record Addresses(int first) {

    static final Addresses USUAL = new Addresses(8081);

    Addresses {
        if (first < 1024 || first > 65_000) {
            throw new UsageException("the first port must lie between 1024 and 65000: " + first);
        }
    }

    int http(Service service) {
        return first + service.ordinal();
    }

    String url(Service service) {
        return "http://127.0.0.1:" + http(service);
    }

    int kafka() {
        return first + 3;
    }

    int postgres() {
        return first + 4;
    }

    /**
     * Sees to it that all of them can be had.
     *
     * @throws UsageException naming the ports that cannot, and what to do
     */
    void checkFree() {
        var taken = byUser();
        taken.values().removeIf(Ports::isFree);
        if (!taken.isEmpty()) {
            throw new UsageException("something else listens on " + taken
                    + ": stop it, or choose the first of five free ports in a row with --ports, for example --ports "
                    + (first + 1000));
        }
    }

    private Map<String, Integer> byUser() {
        var ports = new LinkedHashMap<String, Integer>();
        for (var service : Service.values()) {
            ports.put(service.serviceName(), http(service));
        }
        ports.put("Kafka", kafka());
        ports.put("PostgreSQL", postgres());
        return ports;
    }
}
