package io.clientele.platform.problem;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL refuses, by SQLSTATE. A named constraint becomes the problem's code: {@code loyalty_member_client_uq} -> {@code loyalty-member-client-uq}. */
final class RefusedByDatabase {

    private RefusedByDatabase() {}

    static @Nullable ProblemException diagnose(SQLException thrown) {
        SQLException refused = ofBatch(thrown);
        String state = refused.getSQLState();
        if (refused instanceof SQLTransientConnectionException
                || refused.getMessage() != null
                        && refused.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout")) {
            return away(refused);
        }
        if (state == null) {
            return null;
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return away(refused);
        }
        return switch (state) {
            case "23505" ->
                ProblemException.conflict(
                        "already-exists" + suffix(refused),
                        "Such a resource exists already; a repeated request carries its Idempotency-Key.");
            case "23503" ->
                ProblemException.ruleViolated(
                        "reference-unknown" + suffix(refused),
                        "The request refers to something that does not exist, or removes something in use.");
            case "23514", "23P01", "23502" ->
                ProblemException.ruleViolated(
                        "rule-violated" + suffix(refused), "The request breaks a rule the database keeps.");
            case "22001", "22003" ->
                ProblemException.ruleViolated("value-too-large", "A value is longer or larger than allowed.");
            case "22021", "22P05" ->
                ProblemException.malformed("malformed-request", "Text holds a character that cannot be kept.");
            case "40001", "40P01", "55P03" ->
                ProblemException.unavailable("busy", "Others are changing the same thing; try again.", refused);
            case "42501" -> ProblemException.notFound();
            default -> null;
        };
    }

    /** A batch hides the refusal that names the constraint. */
    private static SQLException ofBatch(SQLException thrown) {
        SQLException next = thrown.getNextException();
        return thrown instanceof BatchUpdateException && next != null ? next : thrown;
    }

    private static ProblemException away(SQLException cause) {
        return ProblemException.unavailable(
                "database-away", "The database cannot be reached; try again shortly.", cause);
    }

    private static String suffix(SQLException refused) {
        ServerErrorMessage message =
                refused instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (message == null || message.getConstraint() == null) {
            return "";
        }
        return ":" + message.getConstraint().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
