package io.clientele.stack.demo;

/** Lets the bank's people call the services. */
@FunctionalInterface
public interface Staff {

    /** {@code service}, such as {@code loyalty-service}, as whoever holds {@code role} calls it. */
    ServiceApi call(String service, String role);
}
