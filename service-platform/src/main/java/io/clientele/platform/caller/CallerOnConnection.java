package io.clientele.platform.caller;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Tells PostgreSQL, on every connection and for one transaction only, who is asking: the second line of row-level
 * scope. Outside a transaction the settings are gone and nothing under scope is visible.
 */
@ApplicationScoped
class CallerOnConnection implements AgroalPoolInterceptor {

    private static final String SETTINGS = """
            SELECT set_config('app.user', ?, true), set_config('app.reach', ?, true), set_config('app.teams', ?, true),
                   set_config('app.client', ?, true), set_config('app.now', ?, true)""";

    private final CurrentWork work;
    private final Clock clock;

    CallerOnConnection(CurrentWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Caller caller = work.caller();
        try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
            statement.setString(1, caller.id());
            statement.setString(2, caller.reach().name());
            statement.setString(3, String.join(",", caller.ledTeams()));
            statement.setString(4, caller.clientId() == null ? "" : caller.clientId());
            statement.setString(5, clock.instant().toString());
            statement.execute();
        } catch (SQLException notTold) {
            throw new IllegalStateException("cannot tell the database who is asking", notTold);
        }
    }
}
