/** Submissions, decisions and versions over HTTP. */
@NullMarked
package io.clientele.accountplan.approval.api;

import org.jspecify.annotations.NullMarked;
