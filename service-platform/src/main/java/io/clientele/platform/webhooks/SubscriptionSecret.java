package io.clientele.platform.webhooks;

import io.clientele.platform.audit.NotAudited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** What deliveries of a subscription are signed with. */
@Entity
@Table(name = "webhook_secret")
public class SubscriptionSecret {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "subscription_id")
    private UUID subscriptionId;

    @NotAudited
    private String secret;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected SubscriptionSecret() {}

    @SuppressWarnings("NullAway.Init")
    SubscriptionSecret(UUID subscriptionId, Instant createdAt) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        this.subscriptionId = subscriptionId;
        this.secret = WebhookSignature.SECRET_PREFIX + Base64.getEncoder().encodeToString(key);
        this.createdAt = createdAt;
    }

    void expireAt(Instant end) {
        if (expiresAt == null || expiresAt.isAfter(end)) {
            expiresAt = end;
        }
    }

    public UUID id() {
        return id;
    }

    /** {@code whsec_} and the key in base64, as Standard Webhooks writes it. */
    public String secret() {
        return secret;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it stops signing; null for the newest. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }
}
