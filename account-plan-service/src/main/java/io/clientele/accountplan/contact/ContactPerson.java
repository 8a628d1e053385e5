package io.clientele.accountplan.contact;

import io.clientele.platform.audit.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Who a contact is; in a table of its own, which an erasure empties. */
@Embeddable
@Personal
record ContactPerson(
        @Nullable @Column(table = "contact_person") String name,
        @Nullable @Column(table = "contact_person") String email,
        @Nullable @Column(table = "contact_person") String phone) {}
