package io.clientele.accountplan.keyaccount;

import io.clientele.platform.audit.NotAudited;
import io.clientele.platform.caller.BookFilter;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a review says about a client, and why; written by the review in bulk, never changed. */
@Entity
@Immutable
@NotAudited
@Table(name = "key_account_result")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class ReviewResult {

    @EmbeddedId
    private ResultId id;

    @Nullable
    private String manager;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Nullable
    private BigDecimal score;

    @JdbcTypeCode(SqlTypes.JSON)
    private Explanation explanation;

    @SuppressWarnings("NullAway.Init")
    protected ReviewResult() {}

    public UUID reviewId() {
        return id.reviewId();
    }

    public String clientId() {
        return id.clientId();
    }

    /** The relationship manager at the instant of the review. */
    public @Nullable String manager() {
        return manager;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** 0 to 100; null where a figure is missing. */
    public @Nullable BigDecimal score() {
        return score;
    }

    public Explanation explanation() {
        return explanation;
    }
}
