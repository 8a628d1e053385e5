package io.clientele.stack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private final Tokens tokens = Tokens.withNewKey();

    @Test
    void saysWhoTheUserIsAndWhatTheUserMayDo() throws Exception {
        var token = tokens.of("relationship-manager", "analyst")
                .withUser("rm-1")
                .withTeams("team-1", "team-2")
                .withClient("17")
                .signed();

        var claims = accept(tokens, token);

        assertThat(claims.getSubject()).isEqualTo("rm-1");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("analyst", "relationship-manager");
        assertThat(claims.getStringListClaimValue("teams")).containsExactly("team-1", "team-2");
        assertThat(claims.getStringClaimValue("client_id")).isEqualTo("17");
    }

    @Test
    void makesTokensNobodyMayAccept() {
        var good = tokens.of("auditor");

        assertThatThrownBy(() -> accept(tokens, good.expired().signed())).isInstanceOf(InvalidJwtException.class);
        assertThatThrownBy(() -> accept(tokens, good.withAudience("other").signed()))
                .isInstanceOf(InvalidJwtException.class);
        assertThatThrownBy(() ->
                        accept(tokens, good.withIssuer("https://other.example").signed()))
                .isInstanceOf(InvalidJwtException.class);
        assertThatThrownBy(
                        () -> accept(tokens, good.signedBy(Tokens.withNewKey()).signed()))
                .isInstanceOf(InvalidJwtException.class);
        assertThatThrownBy(() -> accept(tokens, good.unsigned())).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void keepsItsKey(@TempDir Path directory) throws Exception {
        var token = Tokens.keptIn(directory).of("auditor").signed();

        assertThat(accept(Tokens.keptIn(directory), token).getSubject()).isEqualTo("someone");
    }

    private static JwtClaims accept(Tokens issuer, String token) throws Exception {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setExpectedIssuer(Tokens.ISSUER)
                .setExpectedAudience(Tokens.AUDIENCE)
                .setVerificationKey(publicKey(issuer))
                .build()
                .processToClaims(token);
    }

    private static PublicKey publicKey(Tokens issuer) throws Exception {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(issuer.publicKey())));
    }
}
