package io.clientele.platform.inbox;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hibernate.StaleStateException;

/** Tells a failure that passes (an absent database, a lost race) from one that will come again. */
final class Passing {

    private Passing() {}

    /** Whether trying again, later, may succeed. */
    static boolean is(Throwable failure) {
        return is(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean is(Throwable failure, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return false;
        }
        if (failure instanceof SQLException sql && isPassing(sql)
                || failure instanceof OptimisticLockException
                || failure instanceof PessimisticLockException
                || failure instanceof StaleStateException) {
            return true;
        }
        if (failure.getCause() != null && is(failure.getCause(), seen)) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (is(suppressed, seen)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(SQLException failure) {
        if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
            return true;
        }
        String state = failure.getSQLState();
        if (state == null) {
            // the pool's own refusals: acquisition timeout, pool closed, connection broken
            return true;
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            // connection lost, rolled back by a conflict, out of resources, operator intervention, system error
            case "08", "40", "53", "57", "58" -> true;
            default -> state.equals("55P03") || state.equals("25P03");
        };
    }
}
