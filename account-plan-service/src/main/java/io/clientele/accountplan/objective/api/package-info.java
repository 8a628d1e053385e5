/** Objectives and their SMART check over HTTP. */
@NullMarked
package io.clientele.accountplan.objective.api;

import org.jspecify.annotations.NullMarked;
