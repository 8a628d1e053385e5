package io.clientele.accountplan.groups;

import io.clientele.platform.caller.BookFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That a company belongs to a parent for a while; written by the database whenever a client record changes. */
@Entity
@Immutable
@Table(name = "ownership_link")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
class OwnershipLink {

    @Id
    private UUID id;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "parent_id")
    private String parentId;

    @Nullable
    private BigDecimal ownership;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Nullable
    @Column(name = "valid_to")
    private Instant validTo;

    @SuppressWarnings("NullAway.Init")
    protected OwnershipLink() {}

    String clientId() {
        return clientId;
    }

    String parentId() {
        return parentId;
    }

    @Nullable
    BigDecimal ownership() {
        return ownership;
    }
}
