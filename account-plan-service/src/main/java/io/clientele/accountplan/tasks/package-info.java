/** What each person still has to do, over all plans. */
@NullMarked
package io.clientele.accountplan.tasks;

import org.jspecify.annotations.NullMarked;
