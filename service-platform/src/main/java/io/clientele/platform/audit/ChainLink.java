package io.clientele.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A place in the hash chain. The hash of a record is SHA-256 over the hash before it (32 zero bytes for the first) and,
 * each as its length in bytes (4 bytes, big-endian; -1 for absent) and its UTF-8 text: position, id, recorded_at and
 * business_time (microseconds since 1970), actor, roles, action, resource_type, resource_id, client_id, changes,
 * correlation_id.
 */
record ChainLink(long position, byte[] hash) {

    /** The link that puts {@code next} behind this one. */
    ChainLink followedBy(AuditRecord next) {
        MessageDigest digest = sha256();
        digest.update(hash);
        add(digest, Long.toString(position + 1));
        add(digest, Long.toString(next.id()));
        add(digest, micros(next.recordedAt()));
        add(digest, micros(next.businessTime()));
        add(digest, next.actor());
        add(digest, next.roles());
        add(digest, next.action());
        add(digest, next.resourceType());
        add(digest, next.resourceId());
        add(digest, next.clientId());
        add(digest, next.changes());
        add(digest, next.correlationId());
        return new ChainLink(position + 1, digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }

    private static String micros(Instant time) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
