package io.clientele.analytics.lists;

import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A list of clients, uploaded again and again; segment rules refer to it. */
@Entity
@Table(name = "client_list")
public class ClientList implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;

    @Nullable
    private String description;

    private int newestVersion;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ClientList() {}

    @SuppressWarnings("NullAway.Init")
    ClientList(String name, @Nullable String description, String createdBy, Instant createdAt) {
        this.name = name;
        this.description = description;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** The number of the next version. */
    int nextVersion() {
        return ++newestVersion;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    /** The number of the newest version, which is in force; 0 = nothing was uploaded yet. */
    public int newestVersion() {
        return newestVersion;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The path of this list. */
    public String link() {
        return "/v1/client-lists/" + id;
    }

    @Override
    public long version() {
        return version;
    }
}
