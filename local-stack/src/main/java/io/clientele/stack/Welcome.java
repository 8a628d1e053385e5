package io.clientele.stack;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a user of a fresh stack needs to know: where everything is, a token for every role, and what to try. */
record Welcome(StackHome home, Addresses addresses, PrintStream out) {

    void print() {
        out.println();
        out.println("Tokens, each for 12 hours:");
        for (var user : DemoUser.values()) {
            out.println("  " + user.role() + " (" + user.user() + ")");
            out.println("    " + user.token(home.tokens()).signed());
        }
        out.println();
        out.println("Business time: " + home.clock().now().truncatedTo(ChronoUnit.SECONDS));
        for (var service : Service.values()) {
            out.printf(
                    "  %-26s %s   API: %s/q/swagger-ui%n",
                    service.serviceName(), addresses.url(service), addresses.url(service));
        }
        out.println("  Kafka                      127.0.0.1:" + addresses.kafka());
        out.println("  PostgreSQL                 127.0.0.1:" + addresses.postgres() + " (" + databases() + ")");
        out.println();
        out.println("Try, in another terminal:");
        out.println("  curl -s -H \"Authorization: Bearer $(./run token analyst" + dir() + ")\" '"
                + addresses.url(Service.CLIENT_ANALYTICS) + "/v1/clients?limit=3'");
        out.println("  curl -s -H \"Authorization: Bearer $(./run token auditor" + dir() + ")\" '"
                + addresses.url(Service.CLIENT_ANALYTICS) + "/v1/events?limit=3'");
        out.println("  ./run clock +P30D" + dir() + "      moves the business time by 30 days");
        out.println("  ./run kill loyalty" + dir() + "     kills a service; ./run start loyalty" + dir()
                + " starts it again");
        out.println("  ./run status" + dir() + "           ./run stop" + dir() + "           ./run help");
        out.println();
    }

    /** What the commands need to find this stack; nothing for the one in the project's own folder. */
    private String dir() {
        return home.directory().endsWith(CommandLine.USUAL_HOME) ? "" : " --dir " + home.directory();
    }

    private static String databases() {
        return Arrays.stream(Service.values())
                .map(service -> service.database().name())
                .collect(Collectors.joining(", "));
    }
}
