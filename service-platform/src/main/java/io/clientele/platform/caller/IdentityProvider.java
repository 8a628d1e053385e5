package io.clientele.platform.caller;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a production start whose tokens are checked against a fixed key instead of an identity provider. */
@ApplicationScoped
class IdentityProvider {

    private static final List<String> FIXED_KEY_PROFILES = List.of("demo", "test");

    private final Optional<String> fixedKey;

    IdentityProvider(@ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> fixedKey) {
        this.fixedKey = fixedKey;
    }

    /** Before anything works that a refused start would have to undo. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        boolean demo = ConfigUtils.getProfiles().stream().anyMatch(FIXED_KEY_PROFILES::contains);
        if (fixedKey.isPresent() && LaunchMode.current() == LaunchMode.NORMAL && !demo) {
            throw new IllegalStateException("quarkus.oidc.public-key is for the profiles " + FIXED_KEY_PROFILES
                    + ": set quarkus.oidc.auth-server-url");
        }
    }
}
