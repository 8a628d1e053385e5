package io.clientele.analytics.segments.rules;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a client's record that rules may ask for. Names and contact details are not among them. */
public final class ClientFields {

    /** Precedes the name of a further attribute. */
    public static final String ATTRIBUTES = "attributes.";

    /** The codes of the products held at the instant of the evaluation. */
    public static final String PRODUCTS = "products";

    /** The fields of the record itself, by name. */
    public static final List<String> OF_RECORD = List.of(
            "type",
            "lei",
            "nace",
            "birthDate",
            "sex",
            "domicile",
            "branch",
            "manager",
            "team",
            "tier",
            "kycStatus",
            "parentId",
            "ownership",
            "relationshipSince",
            PRODUCTS);

    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    /** {@code models.}, the id of a model and the name of a score. */
    private static final Pattern SCORE = Pattern.compile(
            "models\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.([A-Za-z][A-Za-z0-9]{0,63})");

    /** {@code consents.}, a purpose and, for one channel, its code. */
    private static final Pattern CONSENT =
            Pattern.compile("consents\\.([a-z][a-z0-9-]{0,63})(?:\\.([A-Z][A-Z0-9_]{0,31}))?");

    private ClientFields() {}

    /**
     * A consent of the client.
     *
     * @param channel null = for all channels
     */
    public record Consent(String purpose, @Nullable String channel) {}

    /** The consent a path asks for; null when it asks for something else. */
    public static @Nullable Consent consent(String path) {
        Matcher consent = CONSENT.matcher(path);
        return consent.matches() ? new Consent(consent.group(1), consent.group(2)) : null;
    }

    /** A score that a model gives. */
    public record Score(UUID model, String name) {}

    /** The score a path asks for; null when it asks for something else. */
    public static @Nullable Score score(String path) {
        Matcher score = SCORE.matcher(path);
        return score.matches() ? new Score(UUID.fromString(score.group(1)), score.group(2)) : null;
    }

    /** Whether a rule may ask for {@code path}. */
    public static boolean has(String path) {
        return isOfRecord(path) || score(path) != null || consent(path) != null;
    }

    /** Whether {@code path} is a field of the record, further attributes included. */
    static boolean isOfRecord(String path) {
        return OF_RECORD.contains(path)
                || path.startsWith(ATTRIBUTES)
                        && ATTRIBUTE_NAME
                                .matcher(path.substring(ATTRIBUTES.length()))
                                .matches();
    }
}
