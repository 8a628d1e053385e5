/** Who is a key account: models that say how to choose, reviews of the whole portfolio, designations and overrides. */
@NullMarked
package io.clientele.accountplan.keyaccount;

import org.jspecify.annotations.NullMarked;
