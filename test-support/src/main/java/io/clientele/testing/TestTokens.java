package io.clientele.testing;

import io.clientele.stack.server.TokenRequest;
import io.clientele.stack.server.Tokens;

/** Tokens the service under test accepts, and, through {@link TokenRequest}, tokens it must refuse. */
public final class TestTokens {

    private TestTokens() {}

    /** A token request for the holder of {@code roles}: end it with {@code signed()}. */
    public static TokenRequest of(String... roles) {
        return TestEnvironment.tokens().of(roles);
    }

    /** A signed token of {@code user} with one role. */
    public static String signed(String user, String role) {
        return of(role).withUser(user).signed();
    }

    /** An issuer the service under test does not know. */
    public static Tokens stranger() {
        return Tokens.withNewKey();
    }
}
