package io.clientele.accountplan.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a contact is at the client and to us. */
@Embeddable
record ContactRole(
        String function,
        String country,

        @Enumerated(EnumType.STRING) @Column(name = "decision_role")
        DecisionRole decisionRole,

        @Enumerated(EnumType.STRING) Disposition disposition,
        String owner,
        @JdbcTypeCode(SqlTypes.JSON) List<UUID> influences) {}
