package io.clientele.stack.demo;

/**
 * Who looks after the clients of a district: one of 20 relationship managers, {@code rm-1} to {@code rm-20}, in one of
 * four teams, {@code team-1} to {@code team-4}.
 */
record Portfolio(String manager, String team) {

    private static final int MANAGERS = 20;
    private static final int TEAMS = 4;

    /** The same for the same district, counted from 1, each time. */
    static Portfolio ofDistrict(int district) {
        int manager = (district - 1) % MANAGERS;
        return new Portfolio("rm-" + (manager + 1), "team-" + (manager % TEAMS + 1));
    }
}
