/** The bargain between credit and other business: what was promised, what came of it, and the guard against tying. */
@NullMarked
package io.clientele.accountplan.commitment;

import org.jspecify.annotations.NullMarked;
