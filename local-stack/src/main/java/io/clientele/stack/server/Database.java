package io.clientele.stack.server;

import java.util.List;

/**
 * The database of one service, with the two roles that reach it: the owner migrates it, the application role works in it
 * and owns nothing, so that row-level security binds it. Passwords equal the role names: these servers hold
 * demonstration and test data and listen on the loopback address only.
 */
public record Database(String name) {

    public static final Database CLIENT_ANALYTICS = new Database("client_analytics");
    public static final Database ACCOUNT_PLAN = new Database("account_plan");
    public static final Database LOYALTY = new Database("loyalty");

    public static final List<Database> ALL = List.of(CLIENT_ANALYTICS, ACCOUNT_PLAN, LOYALTY);

    public Database {
        if (!name.matches("[a-z][a-z_]{0,40}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
    }

    /** The role that owns the database and its schema, used by migrations only. */
    public String owner() {
        return name + "_owner";
    }

    /** The role a service works as: a plain login without any privilege beyond what migrations grant. */
    public String app() {
        return name + "_app";
    }
}
