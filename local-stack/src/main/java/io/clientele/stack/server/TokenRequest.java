package io.clientele.stack.server;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * What a token is to say. Each {@code with} method gives a changed copy; {@link #signed()} makes the token. The clock of
 * tokens is the real one, wherever the business clock stands.
 *
 * @param roles what the user may do, the claim {@code groups}
 * @param user who it is, the claim {@code sub}
 * @param teams the teams whose book the user sees, the claim {@code teams}
 * @param client the client a holder of the role {@code client} is, the claim {@code client_id}
 * @param validity from now; negative for a token that has expired
 */
public record TokenRequest(
        Tokens signer,
        Set<String> roles,
        String user,
        List<String> teams,
        @Nullable String client,
        Duration validity,
        String issuer,
        String audience) {

    static TokenRequest of(Tokens signer, Set<String> roles) {
        return new TokenRequest(
                signer, roles, "someone", List.of(), null, Duration.ofHours(1), Tokens.ISSUER, Tokens.AUDIENCE);
    }

    public TokenRequest withUser(String user) {
        return new TokenRequest(signer, roles, user, teams, client, validity, issuer, audience);
    }

    public TokenRequest withTeams(String... teams) {
        return new TokenRequest(signer, roles, user, List.of(teams), client, validity, issuer, audience);
    }

    public TokenRequest withClient(String client) {
        return new TokenRequest(signer, roles, user, teams, client, validity, issuer, audience);
    }

    public TokenRequest validFor(Duration validity) {
        return new TokenRequest(signer, roles, user, teams, client, validity, issuer, audience);
    }

    /** A token nobody may accept any more: it ended ten minutes ago. */
    public TokenRequest expired() {
        return validFor(Duration.ofMinutes(-10));
    }

    /** A token for another system. */
    public TokenRequest withAudience(String audience) {
        return new TokenRequest(signer, roles, user, teams, client, validity, issuer, audience);
    }

    /** A token of another identity provider. */
    public TokenRequest withIssuer(String issuer) {
        return new TokenRequest(signer, roles, user, teams, client, validity, issuer, audience);
    }

    /** The same claims under another key. */
    public TokenRequest signedBy(Tokens other) {
        return new TokenRequest(other, roles, user, teams, client, validity, issuer, audience);
    }

    /** The token, in its compact form, signed with RS256. */
    public String signed() {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(signer.privateKey());
        return compact(signature);
    }

    /** The same claims under {@code alg: none}, which no service may accept. */
    public String unsigned() {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        return compact(signature);
    }

    private String compact(JsonWebSignature signature) {
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims().toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private JwtClaims claims() {
        var now = System.currentTimeMillis() / 1000;
        var expiry = now + validity.toSeconds();
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(user);
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromSeconds(Math.min(now, expiry - 60)));
        claims.setExpirationTime(NumericDate.fromSeconds(expiry));
        claims.setClaim("groups", List.copyOf(new TreeSet<>(roles)));
        claims.setClaim("teams", teams);
        if (client != null) {
            claims.setClaim("client_id", client);
        }
        return claims;
    }
}
