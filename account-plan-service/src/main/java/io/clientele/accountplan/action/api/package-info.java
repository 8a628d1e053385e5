/** Actions and tasks over HTTP. */
@NullMarked
package io.clientele.accountplan.action.api;

import org.jspecify.annotations.NullMarked;
