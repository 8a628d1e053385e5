/** Account plans, their objectives and the contributions of product specialists. */
@NullMarked
package io.clientele.contracts.accountplans;

import org.jspecify.annotations.NullMarked;
