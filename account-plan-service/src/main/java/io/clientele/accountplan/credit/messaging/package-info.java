/** Credit positions as they come by topic. */
@NullMarked
package io.clientele.accountplan.credit.messaging;

import org.jspecify.annotations.NullMarked;
