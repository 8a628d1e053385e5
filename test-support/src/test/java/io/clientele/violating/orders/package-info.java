/** Each class here breaks one architecture rule, so that the rules are seen red. */
@NullMarked
package io.clientele.violating.orders;

import org.jspecify.annotations.NullMarked;
