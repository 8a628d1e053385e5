package io.clientele.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.Interceptor;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands for a personal value: HMAC-SHA256 over field and value, so that equal values of one field show as equal. */
@Startup(Interceptor.Priority.PLATFORM_BEFORE)
@ApplicationScoped
class PersonalDigest {

    /** The key of the demo and of tests; everybody knows it. */
    static final String DEMO_KEY = "demo-digest-key-that-everybody-knows-0123456789";

    private static final int SHORTEST_KEY = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final List<String> DEMO_PROFILES = List.of("demo", "test", "dev");

    private final SecretKeySpec key;

    PersonalDigest(AuditSettings settings) {
        boolean production = LaunchMode.current() == LaunchMode.NORMAL
                && ConfigUtils.getProfiles().stream().noneMatch(DEMO_PROFILES::contains);
        this.key = new SecretKeySpec(checked(settings.digestKey(), production).getBytes(UTF_8), ALGORITHM);
    }

    static String checked(Optional<String> key, boolean production) {
        if (!production) {
            return key.orElse(DEMO_KEY);
        }
        String given = key.orElseThrow(() -> new IllegalStateException(
                "set clientele.audit.digest-key: the audit trail hides personal values with it"));
        if (given.equals(DEMO_KEY) || given.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "clientele.audit.digest-key must be a secret of at least 32 characters, not the demo's");
        }
        return given;
    }

    JsonNode of(String field, JsonNode value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(field.getBytes(UTF_8));
            mac.update((byte) 0);
            return TextNode.valueOf("hmac-sha256:"
                    + HexFormat.of().formatHex(mac.doFinal(value.toString().getBytes(UTF_8))));
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
