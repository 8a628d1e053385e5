/** What clients brought, month by month and product line by product line. */
@NullMarked
package io.clientele.accountplan.revenue;

import org.jspecify.annotations.NullMarked;
