/** What is to be done for a plan, by whom, until when; and the tasks of each person. */
@NullMarked
package io.clientele.accountplan.action;

import org.jspecify.annotations.NullMarked;
