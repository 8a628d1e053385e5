/** Submission, decision by a second person, and the versions that came into force. */
@NullMarked
package io.clientele.accountplan.approval;

import org.jspecify.annotations.NullMarked;
