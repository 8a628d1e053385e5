/** How well plans and the clients they are for do, 0 to 100, by a published formula. */
@NullMarked
package io.clientele.accountplan.health;

import org.jspecify.annotations.NullMarked;
