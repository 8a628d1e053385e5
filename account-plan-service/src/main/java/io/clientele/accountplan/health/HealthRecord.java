package io.clientele.accountplan.health;

import io.clientele.platform.audit.NotAudited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How a plan was at a time; kept whenever something had changed, and never changed. */
@Entity
@Immutable
@NotAudited
@Table(name = "plan_health")
public class HealthRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "measured_at")
    private Instant measuredAt;

    @Nullable
    private Integer score;

    @Nullable
    @Column(name = "plan_quality")
    private Integer planQuality;

    @Nullable
    @Column(name = "client_health")
    private Integer clientHealth;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ComponentHealth> components;

    @SuppressWarnings("NullAway.Init")
    protected HealthRecord() {}

    /** Its place in the history. */
    public long id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public Instant measuredAt() {
        return measuredAt;
    }

    public PlanHealth health() {
        return new PlanHealth(score, planQuality, clientHealth, components);
    }
}
