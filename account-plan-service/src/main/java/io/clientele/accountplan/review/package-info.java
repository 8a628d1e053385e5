/** Looking plans through, as often as the client's tier asks for; a plan that was not is stale. */
@NullMarked
package io.clientele.accountplan.review;

import org.jspecify.annotations.NullMarked;
