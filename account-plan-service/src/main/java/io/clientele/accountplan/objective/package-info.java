/** Objectives of a plan and the SMART check that decides whether they are fit to be submitted. */
@NullMarked
package io.clientele.accountplan.objective;

import org.jspecify.annotations.NullMarked;
