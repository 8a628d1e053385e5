package io.clientele.accountplan.cover;

import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** That a deputy acts for a relationship manager, in all of that manager's book, until a time. */
@Entity
@Table(name = "book_cover")
public class BookCover implements Versioned {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long revision;

    @Column(updatable = false)
    private String manager;

    @Nullable
    @Column(updatable = false)
    private String team;

    @Column(updatable = false)
    private String deputy;

    @Column(updatable = false)
    private String reason;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected BookCover() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    BookCover(
            String manager,
            @Nullable String team,
            String deputy,
            String reason,
            Instant validUntil,
            String createdBy,
            Instant now) {
        this.manager = manager;
        this.team = team;
        this.deputy = deputy;
        this.reason = reason;
        this.validUntil = validUntil;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /**
     * Ends it now.
     *
     * @throws ProblemException 409 {@code cover-over}
     */
    void end(Instant now) {
        if (!validUntil.isAfter(now)) {
            throw ProblemException.conflict("cover-over", "The cover ended on " + validUntil + ".");
        }
        validUntil = now;
    }

    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return revision;
    }

    /** User id of whose book it is. */
    public String manager() {
        return manager;
    }

    /** User id of who acts. */
    public String deputy() {
        return deputy;
    }

    public String reason() {
        return reason;
    }

    /** From then on the deputy sees nothing of the book any more. */
    public Instant validUntil() {
        return validUntil;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The path of this cover. */
    public String path() {
        return "/v1/book-covers/" + id;
    }
}
