package io.clientele.analytics.segments.rules;

import java.util.List;
import java.util.regex.Pattern;

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

    private ClientFields() {}

    /** Whether a rule may ask for {@code path}. */
    public static boolean has(String path) {
        return OF_RECORD.contains(path)
                || path.startsWith(ATTRIBUTES)
                        && ATTRIBUTE_NAME
                                .matcher(path.substring(ATTRIBUTES.length()))
                                .matches();
    }
}
