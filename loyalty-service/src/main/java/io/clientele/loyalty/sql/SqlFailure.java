package io.clientele.loyalty.sql;

import java.sql.SQLException;

/** The database refused a statement, or did not answer; the cause tells whether trying again helps. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super("the database refused a statement or did not answer", cause);
    }
}
