package io.clientele.analytics.clients;

import java.util.Locale;
import java.util.Set;

/**
 * A country by ISO 3166-1.
 *
 * @param code alpha-2, upper case
 */
record Country(String code) {

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /**
     * @throws IllegalArgumentException when there is no such country
     */
    Country {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("is a country by ISO 3166-1 alpha-2, such as CZ");
        }
    }
}
