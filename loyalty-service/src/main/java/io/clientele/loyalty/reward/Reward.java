package io.clientele.loyalty.reward;

import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Something members get for points. Its stock, where it is limited, is kept by {@link Stock}. */
@Entity
@Table(name = "reward")
public class Reward implements Versioned {

    /** Whether members can have it. */
    public enum State {
        OFFERED,
        WITHDRAWN
    }

    /**
     * What is said about a reward.
     *
     * @param points price of one unit, 1 to 1,000,000,000
     * @param validFrom first instant it can be had; null for always
     * @param validUntil first instant it can no longer be had; null for never
     */
    public record Offer(
            String name,
            @Nullable String description,
            String currency,
            long points,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {

        /**
         * @throws ProblemException 422 when the period is empty
         */
        public Offer {
            if (validFrom != null && validUntil != null && !validUntil.isAfter(validFrom)) {
                throw ProblemException.ruleViolated(
                        "invalid-field",
                        "A reward is valid for some time.",
                        new FieldError("/validUntil", "is after validFrom"));
            }
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "programme_id")
    private UUID programmeId;

    private String name;

    private @Nullable String description;

    private String currency;

    private long points;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "valid_from")
    private @Nullable Instant validFrom;

    @Column(name = "valid_until")
    private @Nullable Instant validUntil;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Reward() {}

    @SuppressWarnings("NullAway.Init")
    Reward(UUID programmeId, Offer offer, String createdBy, Instant now) {
        this.programmeId = programmeId;
        this.state = State.OFFERED;
        this.createdBy = createdBy;
        this.createdAt = now;
        revise(offer);
    }

    /** Changes the offer; what was reserved or redeemed before keeps its price. */
    final void revise(Offer offer) {
        if (state == State.WITHDRAWN) {
            throw ProblemException.conflict("reward-withdrawn", "The reward is withdrawn and cannot be changed.");
        }
        name = offer.name();
        description = offer.description();
        currency = offer.currency();
        points = offer.points();
        validFrom = offer.validFrom();
        validUntil = offer.validUntil();
    }

    /** Nobody gets it any more; open reservations stay good. */
    void withdraw() {
        if (state == State.WITHDRAWN) {
            throw ProblemException.conflict("reward-withdrawn", "The reward is withdrawn already.");
        }
        state = State.WITHDRAWN;
    }

    /**
     * Passes when members can have it at {@code now}.
     *
     * @throws ProblemException 409 {@code reward-not-offered}
     */
    void requireOffered(Instant now) {
        boolean tooEarly = validFrom != null && now.isBefore(validFrom);
        boolean tooLate = validUntil != null && !now.isBefore(validUntil);
        if (state != State.OFFERED || tooEarly || tooLate) {
            throw ProblemException.conflict("reward-not-offered", "The reward is withdrawn or not valid now.");
        }
    }

    public UUID id() {
        return id;
    }

    public UUID programmeId() {
        return programmeId;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    /** Code of the currency of points. */
    public String currency() {
        return currency;
    }

    /** Price of one unit. */
    public long points() {
        return points;
    }

    public State state() {
        return state;
    }

    public @Nullable Instant validFrom() {
        return validFrom;
    }

    public @Nullable Instant validUntil() {
        return validUntil;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public long version() {
        return version;
    }

    /** Its path. */
    public String link() {
        return "/v1/loyalty-programmes/" + programmeId + "/rewards/" + id;
    }
}
