package io.clientele.platform.background;

import java.sql.SQLException;

/** The database refused or broke off a step of background work; the transaction rolls back and the step is tried again. */
public class DatabaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** While doing {@code activity}. */
    public DatabaseRefused(String activity, SQLException cause) {
        super(activity + " was refused by the database", cause);
    }
}
