package io.clientele.accountplan.contact;

import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Somebody at a client. */
@Entity
@Table(name = "contact")
@SecondaryTable(name = "contact_person", pkJoinColumns = @PrimaryKeyJoinColumn(name = "contact_id"))
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Contact implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(name = "client_id", updatable = false)
    private String clientId;

    @Embedded
    private ContactRole role;

    @Nullable
    @Embedded
    private ContactPerson person;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    Contact(String clientId, ContactTerms terms, Caller author, Instant now) {
        this.clientId = clientId;
        this.role = roleOf(terms);
        this.person = personOf(terms);
        this.createdBy = author.id();
        this.createdAt = now;
        this.changedBy = author.id();
        this.changedAt = now;
    }

    void change(ContactTerms changed, Caller author, Instant now) {
        role = roleOf(changed);
        person = personOf(changed);
        changed(author, now);
    }

    private void changed(Caller by, Instant now) {
        changedBy = by.id();
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1000);
    }

    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return revision;
    }

    public String clientId() {
        return clientId;
    }

    public ContactTerms terms() {
        return new ContactTerms(
                person == null ? null : person.name(),
                person == null ? null : person.email(),
                person == null ? null : person.phone(),
                role.function(),
                role.country(),
                role.decisionRole(),
                role.disposition(),
                role.owner(),
                role.influences());
    }

    private static ContactRole roleOf(ContactTerms terms) {
        return new ContactRole(
                terms.function(),
                terms.country(),
                terms.decisionRole(),
                terms.disposition(),
                terms.owner(),
                terms.influences());
    }

    private static @Nullable ContactPerson personOf(ContactTerms terms) {
        return terms.name() == null ? null : new ContactPerson(terms.name(), terms.email(), terms.phone());
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** The path of the contact. */
    public String path() {
        return "/v1/clients/" + clientId + "/contacts/" + id;
    }
}
