package io.clientele.accountplan.progress;

import io.clientele.accountplan.objective.Objective;
import io.clientele.platform.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A measurement of an objective, or its end; never changed. */
@Entity
@Immutable
@Table(name = "objective_progress")
public class ProgressStep {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "objective_id")
    private UUID objectiveId;

    @Enumerated(EnumType.STRING)
    private ObjectiveStatus status;

    @Nullable
    private BigDecimal value;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    private String source;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected ProgressStep() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    ProgressStep(
            Objective objective,
            ObjectiveStatus status,
            @Nullable BigDecimal value,
            LocalDate happenedOn,
            String source,
            Caller by,
            Instant now) {
        this.planId = objective.planId();
        this.objectiveId = objective.id();
        this.status = status;
        this.value = value;
        this.happenedOn = happenedOn;
        this.source = source;
        this.recordedBy = by.id();
        this.recordedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID objectiveId() {
        return objectiveId;
    }

    /** How the objective stands since; OPEN for a measurement. */
    public ObjectiveStatus status() {
        return status;
    }

    /** What was measured; null for an end without a value. */
    public @Nullable BigDecimal value() {
        if (value == null) {
            return null;
        }
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Day of the measurement, or of the end. */
    public LocalDate happenedOn() {
        return happenedOn;
    }

    /** Where the value comes from, or why it ended so. */
    public String source() {
        return source;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
