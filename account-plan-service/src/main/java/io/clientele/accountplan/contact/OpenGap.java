package io.clientele.accountplan.contact;

import io.clientele.platform.audit.NotAudited;
import io.clientele.platform.caller.BookFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;

/** A coverage gap that was told of and is not closed yet. */
@Entity
@NotAudited
@Table(name = "coverage_gap")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
class OpenGap {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "client_id")
    private String clientId;

    private String country;

    @Enumerated(EnumType.STRING)
    private DecisionRole role;

    @Column(name = "opened_at")
    private Instant openedAt;

    @SuppressWarnings("NullAway.Init")
    protected OpenGap() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    OpenGap(String clientId, CoverageMatrix.Slot slot, Instant openedAt) {
        this.clientId = clientId;
        this.country = slot.country();
        this.role = slot.role();
        this.openedAt = openedAt;
    }

    String key() {
        return country + " " + role;
    }

    String country() {
        return country;
    }

    DecisionRole role() {
        return role;
    }
}
