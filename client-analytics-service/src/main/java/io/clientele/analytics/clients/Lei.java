package io.clientele.analytics.clients;

import java.math.BigInteger;

/**
 * A Legal Entity Identifier (ISO 17442): 18 letters and digits and two check digits by ISO 7064 mod 97-10.
 *
 * @param code 20 characters, upper case
 */
record Lei(String code) {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /**
     * @throws IllegalArgumentException when the shape or the check digits are wrong
     */
    Lei {
        if (!code.matches("[0-9A-Z]{18}[0-9]{2}")) {
            throw new IllegalArgumentException("is an LEI: 18 upper-case letters or digits and two check digits");
        }
        if (!asNumber(code).mod(NINETY_SEVEN).equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("is an LEI whose check digits do not match (ISO 7064 mod 97-10)");
        }
    }

    /** Letters count as 10 to 35. */
    private static BigInteger asNumber(String code) {
        StringBuilder digits = new StringBuilder(40);
        code.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        return new BigInteger(digits.toString());
    }
}
