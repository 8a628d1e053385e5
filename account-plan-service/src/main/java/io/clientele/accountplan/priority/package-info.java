/** The strategic priorities of a plan, which its objectives serve. */
@NullMarked
package io.clientele.accountplan.priority;

import org.jspecify.annotations.NullMarked;
