package io.clientele.analytics.clients;

/**
 * An industry by NACE Rev. 2.1: a section (A to V), or a division, group or class by its digits.
 *
 * @param code such as {@code K}, {@code 64}, {@code 64.1} or {@code 64.19}
 */
record Nace(String code) {

    /**
     * @throws IllegalArgumentException when the shape is another
     */
    Nace {
        if (!code.matches("[A-V]|(0[1-9]|[1-9][0-9])(\\.[0-9]{1,2})?")) {
            throw new IllegalArgumentException("is a NACE code: a section A to V, or digits such as 64, 64.1 or 64.19");
        }
    }
}
