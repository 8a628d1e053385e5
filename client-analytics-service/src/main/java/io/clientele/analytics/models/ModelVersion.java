package io.clientele.analytics.models;

import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One version of a model's definition. Its definition never changes. */
@Entity
@Table(name = "analytics_model_version")
public class ModelVersion implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(updatable = false)
    private UUID modelId;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private ModelState state;

    @Column(updatable = false)
    private String definition;

    @Column(updatable = false)
    private String author;

    @Column(updatable = false)
    private Instant draftedAt;

    @Nullable
    private String approvedBy;

    @Nullable
    private Instant approvedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ModelVersion() {}

    @SuppressWarnings("NullAway.Init")
    ModelVersion(Model model, int number, String definition, Caller author, Instant now) {
        this.modelId = model.id();
        this.number = number;
        this.state = ModelState.DRAFT;
        this.definition = definition;
        this.author = author.id();
        this.draftedAt = now;
    }

    /**
     * Approves a draft.
     *
     * @throws ProblemException 403 {@code four-eyes} for its author, 409 {@code model-version-state}
     */
    void approve(Caller approver, Instant now) {
        if (state != ModelState.DRAFT) {
            throw ProblemException.conflict(
                    "model-version-state", "A version must be DRAFT to be approved; this one is " + state + ".");
        }
        FourEyes.check(approver, List.of(author));
        approvedBy = approver.id();
        approvedAt = now;
        state = ModelState.APPROVED;
    }

    /** Another version takes its place. */
    void retire() {
        state = ModelState.RETIRED;
    }

    public UUID modelId() {
        return modelId;
    }

    /** From 1, without gaps. */
    public int number() {
        return number;
    }

    public ModelState state() {
        return state;
    }

    /** As JSON, of the form of the model's kind. */
    public String definition() {
        return definition;
    }

    public String author() {
        return author;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable Instant approvedAt() {
        return approvedAt;
    }

    @Override
    public long version() {
        return version;
    }
}
