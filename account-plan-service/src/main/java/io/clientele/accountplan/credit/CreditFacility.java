package io.clientele.accountplan.credit;

import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.platform.audit.NotAudited;
import io.clientele.platform.caller.BookFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A credit facility as last positioned by the bank. */
@Entity
@NotAudited
@Table(name = "credit_facility")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class CreditFacility {

    @Id
    @Column(name = "facility_id")
    private String facilityId;

    @Column(name = "client_id")
    private String clientId;

    @Nullable
    @Column(name = "matures_on")
    private LocalDate maturesOn;

    @Column(name = "in_excess")
    private boolean inExcess;

    @JdbcTypeCode(SqlTypes.JSON)
    private CreditPosition position;

    @Column(name = "as_of")
    private Instant asOf;

    @SuppressWarnings("NullAway.Init")
    protected CreditFacility() {}

    CreditFacility(CreditPosition position) {
        this.facilityId = position.facilityId();
        this.clientId = position.clientId();
        this.maturesOn = position.maturesOn();
        this.inExcess = Exposure.inExcess(position);
        this.position = position;
        this.asOf = position.asOf();
    }

    /** Takes a newer position. */
    void write(CreditPosition newer) {
        maturesOn = newer.maturesOn();
        inExcess = Exposure.inExcess(newer);
        position = newer;
        asOf = newer.asOf();
    }

    public String facilityId() {
        return facilityId;
    }

    public String clientId() {
        return clientId;
    }

    /** Where it stands. */
    public CreditPosition position() {
        return position;
    }

    /** When the position was drawn. */
    public Instant asOf() {
        return asOf;
    }

    boolean inExcess() {
        return inExcess;
    }

    /** The path of this facility. */
    public String path() {
        return "/v1/clients/" + clientId + "/credit-facilities/" + facilityId;
    }
}
