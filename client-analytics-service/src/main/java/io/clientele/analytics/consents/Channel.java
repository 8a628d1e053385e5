package io.clientele.analytics.consents;

import io.clientele.platform.http.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A way between the bank and its clients, in one or both directions. */
@Entity
@Table(name = "channel")
public class Channel implements Versioned {

    @Id
    private String code;

    private String name;

    @Nullable
    private String reaches;

    @Nullable
    private String feedback;

    @Column(name = "cap")
    @Nullable
    private Integer capContacts;

    @Nullable
    private String capPeriod;

    @Nullable
    private LocalTime quietFrom;

    @Nullable
    private LocalTime quietUntil;

    @Nullable
    private String coolDown;

    private boolean active;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Channel() {}

    @SuppressWarnings("NullAway.Init")
    Channel(String code) {
        this.code = code;
    }

    /**
     * What a channel is.
     *
     * @param reaches how a client is reached; null = clients only come by it themselves
     * @param feedback how an answer comes back; null = none does
     * @param cap null = none
     * @param quietHours null = none
     * @param coolDown least time between two contacts; null = none
     * @param active whether it may be used
     */
    public record Description(
            String name,
            @Nullable String reaches,
            @Nullable String feedback,
            @Nullable Cap cap,
            @Nullable QuietHours quietHours,
            @Nullable Duration coolDown,
            boolean active) {}

    void describe(Description description) {
        name = description.name();
        reaches = description.reaches();
        feedback = description.feedback();
        capContacts = description.cap() == null ? null : description.cap().contacts();
        capPeriod =
                description.cap() == null ? null : description.cap().period().toString();
        quietFrom = description.quietHours() == null
                ? null
                : description.quietHours().from();
        quietUntil = description.quietHours() == null
                ? null
                : description.quietHours().until();
        coolDown =
                description.coolDown() == null ? null : description.coolDown().toString();
        active = description.active();
    }

    public String code() {
        return code;
    }

    /** What it is. */
    public Description description() {
        return new Description(
                name,
                reaches,
                feedback,
                capContacts == null || capPeriod == null ? null : new Cap(capContacts, Duration.parse(capPeriod)),
                quietFrom == null || quietUntil == null ? null : new QuietHours(quietFrom, quietUntil),
                coolDown == null ? null : Duration.parse(coolDown),
                active);
    }

    /** The path of this channel. */
    public String link() {
        return "/v1/channels/" + code;
    }

    @Override
    public long version() {
        return version;
    }
}
