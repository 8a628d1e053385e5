/** Credit facilities as the bank positions them, and the exposure they make: each figure once. */
@NullMarked
package io.clientele.accountplan.credit;

import org.jspecify.annotations.NullMarked;
