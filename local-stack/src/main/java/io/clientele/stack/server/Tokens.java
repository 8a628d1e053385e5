package io.clientele.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * Issues the tokens of a demo or a test, in place of an identity provider: RS256 with a key pair of its own. The key is
 * made on the machine that uses it and is in no repository.
 */
public final class Tokens {

    /** The issuer that demo and test configurations trust. */
    public static final String ISSUER = "https://clientele.example/demo";

    /** The audience of every Clientele token. */
    public static final String AUDIENCE = "clientele";

    private static final String PRIVATE_KEY = "token-key.pkcs8";
    private static final String PUBLIC_KEY = "token-key.x509";

    private final KeyPair keys;

    private Tokens(KeyPair keys) {
        this.keys = keys;
    }

    /** An issuer with a key of its own that nothing keeps. */
    public static Tokens withNewKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new Tokens(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /** The issuer whose key is kept in {@code directory} and readable by its owner only; made where there is none. */
    public static synchronized Tokens keptIn(Path directory) {
        var privateFile = directory.resolve(PRIVATE_KEY);
        var publicFile = directory.resolve(PUBLIC_KEY);
        try {
            if (Files.exists(privateFile) && Files.exists(publicFile)) {
                var rsa = KeyFactory.getInstance("RSA");
                return new Tokens(new KeyPair(
                        rsa.generatePublic(new X509EncodedKeySpec(Files.readAllBytes(publicFile))),
                        rsa.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(privateFile)))));
            }
            var tokens = withNewKey();
            Files.createDirectories(directory);
            Files.deleteIfExists(privateFile);
            Files.createFile(
                    privateFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(privateFile, tokens.keys.getPrivate().getEncoded());
            Files.write(publicFile, tokens.keys.getPublic().getEncoded());
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the token key in " + directory, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no RSA key in " + directory, e);
        }
    }

    /** A token for the holder of {@code roles}; by default user {@code someone}, no team, valid for an hour. */
    public TokenRequest of(String... roles) {
        return TokenRequest.of(this, Set.of(roles));
    }

    /** What a service sets as {@code quarkus.oidc.public-key}: the X.509 form in base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    PrivateKey privateKey() {
        return keys.getPrivate();
    }
}
