/** Groups of companies over HTTP. */
@NullMarked
package io.clientele.accountplan.groups.api;

import org.jspecify.annotations.NullMarked;
