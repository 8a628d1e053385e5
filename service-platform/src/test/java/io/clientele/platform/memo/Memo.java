package io.clientele.platform.memo;

import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.UuidGenerator;

/** A scoped, versioned aggregate. */
@Entity
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class Memo implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "client_id")
    private String clientId;

    private String title;

    @Version
    private long version;

    protected Memo() {}

    Memo(String clientId, String title) {
        this.clientId = clientId;
        this.title = title;
    }

    UUID id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    String title() {
        return title;
    }

    void retitle(String title) {
        this.title = title;
    }

    @Override
    public long version() {
        return version;
    }
}
