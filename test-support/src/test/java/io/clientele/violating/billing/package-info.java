/** One half of a cycle between features. */
@NullMarked
package io.clientele.violating.billing;

import org.jspecify.annotations.NullMarked;
