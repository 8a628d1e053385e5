package io.clientele.analytics.segments.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.Value;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Judges a {@code bucket} node. A client's place is, in hundredths of a per cent, the remainder by 10,000 of the first 8
 * bytes (unsigned, big-endian) of SHA-256 over {@code seed}, a zero byte and the client number in UTF-8.
 */
final class Draw {

    private static final int PLACES = 10_000;

    private Draw() {}

    static Verdict.OfValue judge(Rule.Bucket rule, String clientId) {
        BigDecimal place = BigDecimal.valueOf(place(rule.seed(), clientId), 2);
        boolean inside = place.compareTo(rule.from()) >= 0 && place.compareTo(rule.to()) < 0;
        return new Verdict.OfValue(rule, Outcome.of(inside), null, new Value.Decimal(place));
    }

    private static long place(String seed, String clientId) {
        byte[] hash = sha256().digest((seed + '\0' + clientId).getBytes(UTF_8));
        return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), PLACES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
