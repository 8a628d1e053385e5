/** The gift and inducement register: what clients are given, within the bank's conduct rules. */
@NullMarked
package io.clientele.loyalty.gift;

import org.jspecify.annotations.NullMarked;
