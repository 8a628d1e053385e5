package io.clientele.analytics.consents;

import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What holds over all channels together. There is one. */
@Entity
@Table(name = "contact_policy")
public class ContactPolicy implements Versioned {

    @Id
    @Column(name = "only_row")
    private boolean onlyRow;

    @Column(name = "cap")
    @Nullable
    private Integer capContacts;

    @Nullable
    private String capPeriod;

    @Version
    private long version;

    protected ContactPolicy() {}

    /** The cap over all channels; null = none. */
    public @Nullable Cap cap() {
        return capContacts == null || capPeriod == null ? null : new Cap(capContacts, Duration.parse(capPeriod));
    }

    void cap(@Nullable Cap cap) {
        capContacts = cap == null ? null : cap.contacts();
        capPeriod = cap == null ? null : cap.period().toString();
    }

    @Override
    public long version() {
        return version;
    }
}
