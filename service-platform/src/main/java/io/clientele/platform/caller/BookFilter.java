package io.clientele.platform.caller;

import io.quarkus.arc.Arc;
import java.util.function.Supplier;

/**
 * The first line of row-level scope: every query and find on an entity annotated
 * {@code @Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)} is limited
 * to the caller's reach by Hibernate, always on. Row-level security in PostgreSQL is the second; either alone holds.
 * Native SQL is covered by the second only.
 */
public final class BookFilter {

    /** The filter's name. */
    public static final String NAME = "book";

    private static final String VISIBLE_CLIENTS = """
            select b.client_id from client_book b
            where :reach = 'BOOK' and (
                b.manager = :caller
                or b.team = any(string_to_array(:teams, ','))
                or b.client_id in (select a.client_id from client_access a
                                   where a.user_id = :caller and (a.valid_until is null or a.valid_until > cast(:now as timestamptz))))
            or :reach = 'CLIENT' and b.client_id = :client""";

    /** Condition of an entity whose table has a column {@code client_id}. */
    public static final String BY_CLIENT = "(:reach = 'ALL' or {alias}.client_id in (" + VISIBLE_CLIENTS + "))";

    private BookFilter() {}

    private static Caller caller() {
        return Arc.container().instance(CurrentWork.class).get().caller();
    }

    /** The caller's reach. */
    public static final class CallerReach implements Supplier<String> {
        @Override
        public String get() {
            return caller().reach().name();
        }
    }

    /** The caller's id. */
    public static final class CallerId implements Supplier<String> {
        @Override
        public String get() {
            return caller().id();
        }
    }

    /** The teams the caller leads, separated by commas. */
    public static final class CallerTeams implements Supplier<String> {
        @Override
        public String get() {
            return String.join(",", caller().ledTeams());
        }
    }

    /** The caller's own client id; empty for none. */
    public static final class CallerClient implements Supplier<String> {
        @Override
        public String get() {
            String own = caller().clientId();
            return own == null ? "" : own;
        }
    }

    /** The business clock. */
    public static final class Now implements Supplier<String> {
        @Override
        public String get() {
            return Arc.container()
                    .instance(java.time.Clock.class)
                    .get()
                    .instant()
                    .toString();
        }
    }
}
