/** Contributions of product specialists over HTTP. */
@NullMarked
package io.clientele.accountplan.contribution.api;

import org.jspecify.annotations.NullMarked;
