package io.clientele.accountplan.clients;

import io.clientele.platform.caller.BookFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The name of a client who is a natural person; gone once the person is erased. */
@Entity
@Immutable
@Table(name = "client_person")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
class ClientPerson {

    @Id
    @Column(name = "client_id")
    private String clientId;

    @Nullable
    private String name;

    @SuppressWarnings("NullAway.Init")
    protected ClientPerson() {}

    String clientId() {
        return clientId;
    }

    @Nullable
    String name() {
        return name;
    }
}
