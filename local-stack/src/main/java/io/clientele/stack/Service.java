package io.clientele.stack;

import io.clientele.stack.server.Database;
import java.nio.file.Path;
import java.util.Arrays;

/** One of the three services: where its program lies and which database is its own. */
enum Service {
    ACCOUNT_PLAN("account-plan-service", Database.ACCOUNT_PLAN),
    CLIENT_ANALYTICS("client-analytics-service", Database.CLIENT_ANALYTICS),
    LOYALTY("loyalty-service", Database.LOYALTY);

    private final String serviceName;
    private final Database database;

    Service(String serviceName, Database database) {
        this.serviceName = serviceName;
        this.database = database;
    }

    static Service named(String serviceName) {
        return Arrays.stream(values())
                .filter(service -> service.serviceName.equals(serviceName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + serviceName));
    }

    String serviceName() {
        return serviceName;
    }

    Database database() {
        return database;
    }

    /** The folder of the packaged application below the project's root. */
    Path application(Path root) {
        return root.resolve(serviceName).resolve("target/quarkus-app");
    }
}
