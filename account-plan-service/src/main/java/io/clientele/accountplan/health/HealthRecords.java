package io.clientele.accountplan.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.background.DatabaseRefused;
import io.clientele.platform.http.PageRequest.Seek;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The history of plan health; reached through the plan, which the caller must see. */
@ApplicationScoped
public class HealthRecords implements PanacheRepositoryBase<HealthRecord, Long> {

    private static final int BATCH = 500;

    private final DataSource database;
    private final ObjectMapper json;

    HealthRecords(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** How each plan was last, by plan; one statement. */
    Map<UUID, PlanHealth> latest() {
        Map<UUID, PlanHealth> latest = new HashMap<>();
        list("id in (select max(r.id) from HealthRecord r group by r.planId)")
                .forEach(each -> latest.put(each.planId(), each.health()));
        return latest;
    }

    /** A page of a plan's history, the newest first. */
    public List<HealthRecord> page(AccountPlan plan, Seek seek) {
        Long before = seek.after(Long::valueOf);
        return find("planId = ?1 and id < ?2 order by id desc", plan.id(), before == null ? Long.MAX_VALUE : before)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /** Keeps how plans are now, in bulk. */
    void store(Map<UUID, PlanHealth> measured, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into plan_health (plan_id, measured_at, score, plan_quality, client_health, components)
                        values (?, ?, ?, ?, ?, cast(? as jsonb))""")) {
            int waiting = 0;
            for (Map.Entry<UUID, PlanHealth> each : measured.entrySet()) {
                PlanHealth health = each.getValue();
                insert.setObject(1, each.getKey());
                insert.setTimestamp(2, Timestamp.from(now));
                insert.setObject(3, health.score(), Types.INTEGER);
                insert.setObject(4, health.planQuality(), Types.INTEGER);
                insert.setObject(5, health.clientHealth(), Types.INTEGER);
                insert.setString(6, json.writeValueAsString(health.components()));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException refused) {
            throw new DatabaseRefused("plan-health", refused);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("health cannot be written", unwritable);
        }
    }
}
