package io.clientele.accountplan.clients;

import io.clientele.contracts.clients.ClientType;
import io.clientele.platform.caller.BookFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A client as the client events tell it; read only, and without personal values. */
@Entity
@Immutable
@Table(name = "client")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Client {

    @Id
    @Column(name = "client_id")
    private String clientId;

    @Enumerated(EnumType.STRING)
    private ClientType type;

    @Nullable
    @Column(name = "legal_name")
    private String legalName;

    @Nullable
    private String lei;

    @Nullable
    private String nace;

    @Nullable
    private String domicile;

    @Nullable
    private String branch;

    @Nullable
    private String manager;

    @Nullable
    private String team;

    @Nullable
    private String tier;

    @Nullable
    @Column(name = "kyc_status")
    private String kycStatus;

    @Nullable
    @Column(name = "parent_id")
    private String parentId;

    @Nullable
    private BigDecimal ownership;

    @Nullable
    @Column(name = "relationship_since")
    private LocalDate relationshipSince;

    @Nullable
    @Formula("""
            (select string_agg(c.deputy, ',') from book_cover c
             where c.manager = manager and c.valid_until > business_now())""")
    private String deputies;

    @Formula("cast(origins as text)")
    private String origins;

    @SuppressWarnings("NullAway.Init")
    protected Client() {}

    /** The bank's own client number. */
    public String clientId() {
        return clientId;
    }

    public ClientType type() {
        return type;
    }

    /** Of a company; a natural person's name is kept apart. */
    public @Nullable String legalName() {
        return legalName;
    }

    /** Legal Entity Identifier, ISO 17442. */
    public @Nullable String lei() {
        return lei;
    }

    /** Industry, a NACE code. */
    public @Nullable String nace() {
        return nace;
    }

    /** Country, ISO 3166-1 alpha-2. */
    public @Nullable String domicile() {
        return domicile;
    }

    public @Nullable String branch() {
        return branch;
    }

    /** User id of the relationship manager. */
    public @Nullable String manager() {
        return manager;
    }

    /** The relationship manager's team. */
    public @Nullable String team() {
        return team;
    }

    public @Nullable String tier() {
        return tier;
    }

    public @Nullable String kycStatus() {
        return kycStatus;
    }

    /** Client number of the parent company. */
    public @Nullable String parentId() {
        return parentId;
    }

    /** Share of this client the parent owns, percent. */
    public @Nullable BigDecimal ownership() {
        return ownership;
    }

    public @Nullable LocalDate relationshipSince() {
        return relationshipSince;
    }

    /** In whose book the client is. */
    public Book book() {
        return new Book(manager, team, deputies == null ? Set.of() : new HashSet<>(List.of(deputies.split(","))));
    }

    /** JSON: per column, when it was last reported changed and by whom. */
    String origins() {
        return origins;
    }
}
