package io.clientele.analytics.clients;

import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.contracts.clients.Sex;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.audit.Personal;
import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.http.Versioned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.SecondaryRow;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A client of the bank, as the bank's systems last recorded it. Personal values of people live in a table of their own. */
@Entity
@Table(name = "client")
@SecondaryTable(name = Client.PERSON, pkJoinColumns = @PrimaryKeyJoinColumn(name = "client_id"))
@SecondaryRow(table = Client.PERSON)
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Client implements Versioned {

    static final String PERSON = "client_person";

    private static final Comparator<HeldProduct> BY_CONTRACT =
            Comparator.comparing(HeldProduct::product).thenComparing(HeldProduct::id);

    @Id
    @Column(name = "client_id")
    private String id;

    @Enumerated(EnumType.STRING)
    private ClientType type;

    @Nullable
    private String legalName;

    @Column(table = PERSON, name = "name")
    @Personal
    @Nullable
    private String personName;

    @Column(table = PERSON)
    @Personal
    @Nullable
    private LocalDate birthDate;

    @Column(table = PERSON)
    @Enumerated(EnumType.STRING)
    @Personal
    @Nullable
    private Sex sex;

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

    @Enumerated(EnumType.STRING)
    @Nullable
    private KycStatus kycStatus;

    @Nullable
    private String parentId;

    @Nullable
    private BigDecimal ownership;

    @Nullable
    private LocalDate relationshipSince;

    /** Replaced, never changed in place: a copy through JSON would differ in the kind of its numbers and count as a change. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, Object> attributes = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "client_product", joinColumns = @JoinColumn(name = "client_id"))
    @BatchSize(size = 500)
    private Set<ClientProduct> products = new HashSet<>();

    private Instant registeredAt;
    private Instant changedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Client() {}

    private Client(String id, ClientType type, Instant now) {
        this.id = id;
        this.type = type;
        this.registeredAt = now;
        this.changedAt = now;
    }

    /** A client not known before, from a record that passed {@link RecordRules}. */
    static Client registered(ClientRecord record, Instant now) {
        Client client = new Client(record.clientId(), record.type(), now);
        client.take(record);
        return client;
    }

    /**
     * Replaces all that was known by a record that passed {@link RecordRules}; what the record leaves out is empty from now
     * on. Nothing moves when the record says what was known.
     *
     * @return whether anything changed
     */
    boolean replaceBy(ClientRecord record, Instant now) {
        ClientState before = state();
        take(record);
        if (state().equals(before)) {
            return false;
        }
        changedAt = now;
        return true;
    }

    private void take(ClientRecord record) {
        boolean person = record.type() == ClientType.PERSON;
        type = record.type();
        personName = person ? record.name() : null;
        legalName = person ? null : record.name();
        birthDate = record.birthDate();
        sex = record.sex();
        lei = record.lei();
        nace = record.nace();
        domicile = record.domicile();
        branch = record.branch();
        manager = record.manager();
        team = record.team();
        tier = record.tier();
        kycStatus = record.kycStatus();
        parentId = record.parentId();
        if (!same(ownership, record.ownership())) {
            ownership = record.ownership();
        }
        relationshipSince = record.relationshipSince();
        Map<String, Object> recorded =
                record.attributes() == null ? Map.of() : Attributes.normalised(record.attributes());
        if (!Attributes.normalised(attributes).equals(recorded)) {
            attributes = new HashMap<>(recorded);
        }
        hold(record.products() == null ? List.of() : record.products());
    }

    private void hold(List<HeldProduct> held) {
        Set<ClientProduct> recorded = held.stream().map(ClientProduct::of).collect(Collectors.toSet());
        products.retainAll(recorded);
        products.addAll(recorded);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** The state that a record which passed {@link RecordRules} puts a client in. */
    static ClientState stateOf(ClientRecord record) {
        return new ClientState(
                record.clientId(),
                record.type(),
                record.name(),
                record.lei(),
                record.nace(),
                record.birthDate(),
                record.sex(),
                record.domicile(),
                record.branch(),
                record.manager(),
                record.team(),
                record.tier(),
                record.kycStatus(),
                record.parentId(),
                record.ownership() == null ? null : Attributes.normalised(record.ownership()),
                record.relationshipSince(),
                record.attributes() == null ? Map.of() : Attributes.normalised(record.attributes()),
                record.products() == null
                        ? List.of()
                        : record.products().stream().sorted(BY_CONTRACT).toList());
    }

    /** The full record as it stands, as it is published. Products in the order of product and contract. */
    public ClientState state() {
        return new ClientState(
                id,
                type,
                type == ClientType.PERSON ? personName : legalName,
                lei,
                nace,
                birthDate,
                sex,
                domicile,
                branch,
                manager,
                team,
                tier,
                kycStatus,
                parentId,
                ownership == null ? null : Attributes.normalised(ownership),
                relationshipSince,
                Attributes.normalised(attributes),
                products.stream()
                        .map(ClientProduct::toHeldProduct)
                        .sorted(BY_CONTRACT)
                        .toList());
    }

    /** The bank's own client number. */
    public String id() {
        return id;
    }

    /** When the first record came, business time. */
    public Instant registeredAt() {
        return registeredAt;
    }

    /** When the record last changed, business time. */
    public Instant changedAt() {
        return changedAt;
    }

    @Override
    public long version() {
        return version;
    }
}
