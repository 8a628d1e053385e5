package io.clientele.accountplan.contribution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One entry in the history of a contribution: what was done, by whom, when and why. Never changed. */
@Entity
@Immutable
@Table(name = "contribution_step")
public class ContributionStep {

    /** What was done. */
    @Schema(name = "ContributionStepKind", description = "What was done with a section.")
    public enum Kind {
        /** Somebody was asked. */
        REQUESTED,
        /** A draft was written. */
        DRAFTED,
        /** The specialist signed. */
        SIGNED_OFF,
        /** A material edit took the signature away. */
        VOIDED,
        /** It was sent back. */
        RETURNED,
        /** The specialist declined. */
        DECLINED
    }

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "contribution_id")
    private UUID contributionId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String actor;

    private Instant at;

    @Nullable
    private String comment;

    @SuppressWarnings("NullAway.Init")
    protected ContributionStep() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    ContributionStep(Contribution contribution, Kind kind, String actor, Instant at, @Nullable String comment) {
        this.contributionId = contribution.id();
        this.kind = kind;
        this.actor = actor;
        this.at = at;
        this.comment = comment;
    }

    public UUID id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** User id of who did it. */
    public String actor() {
        return actor;
    }

    /** When, business time. */
    public Instant at() {
        return at;
    }

    public @Nullable String comment() {
        return comment;
    }
}
