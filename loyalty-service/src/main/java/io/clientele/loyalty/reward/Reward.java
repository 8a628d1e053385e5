package io.clientele.loyalty.reward;

import io.clientele.contracts.Money;
import io.clientele.loyalty.rules.CapPeriod;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
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
     * @param benefit what a unit does for the member; null for what its name says
     * @param value what a unit is worth; null where it is not said
     * @param gift whether it is a gift in the sense of the bank's conduct rules
     * @param fulfilWithin after which an undelivered redemption is taken back; null when it is delivered at once
     * @param limit per member; null for none
     */
    public record Offer(
            String name,
            @Nullable String description,
            String currency,
            long points,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Benefit benefit,
            @Nullable Money value,
            boolean gift,
            @Nullable Duration fulfilWithin,
            @Nullable PurchaseLimit limit) {

        /**
         * @throws ProblemException 422 when the period is empty, or a gift is worth nothing
         */
        public Offer {
            if (gift && value == null) {
                throw ProblemException.ruleViolated(
                        "invalid-field",
                        "A gift is entered in the register with its value.",
                        new FieldError("/value", "is needed for a gift"));
            }
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

    @Convert(converter = BenefitJson.class)
    private @Nullable Benefit benefit;

    @Column(name = "value_amount")
    private @Nullable BigDecimal valueAmount;

    @Column(name = "value_currency")
    @JdbcTypeCode(SqlTypes.CHAR)
    private @Nullable String valueCurrency;

    private boolean gift;

    @Column(name = "fulfil_seconds")
    private @Nullable Long fulfilSeconds;

    @Column(name = "limit_units")
    private @Nullable Integer limitUnits;

    @Enumerated(EnumType.STRING)
    @Column(name = "limit_period")
    private @Nullable CapPeriod limitPeriod;

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
        benefit = offer.benefit();
        Money worth = offer.value();
        valueAmount = worth == null ? null : worth.amount();
        valueCurrency = worth == null ? null : worth.currency().getCurrencyCode();
        gift = offer.gift();
        fulfilSeconds =
                offer.fulfilWithin() == null ? null : offer.fulfilWithin().toSeconds();
        limitUnits = offer.limit() == null ? null : offer.limit().units();
        limitPeriod = offer.limit() == null ? null : offer.limit().period();
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

    /** What a unit does for the member. */
    public @Nullable Benefit benefit() {
        return benefit;
    }

    /** What a unit is worth. */
    public @Nullable Money value() {
        return valueAmount == null || valueCurrency == null
                ? null
                : Money.rounded(valueAmount, Currency.getInstance(valueCurrency), RoundingMode.UNNECESSARY);
    }

    /** Whether it is a gift in the sense of the bank's conduct rules. */
    public boolean gift() {
        return gift;
    }

    /** After which an undelivered redemption is taken back; null when it is delivered at once. */
    public @Nullable Duration fulfilWithin() {
        return fulfilSeconds == null ? null : Duration.ofSeconds(fulfilSeconds);
    }

    /** How many one member may have; null for no limit. */
    public @Nullable PurchaseLimit limit() {
        return limitUnits == null || limitPeriod == null ? null : new PurchaseLimit(limitUnits, limitPeriod);
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
