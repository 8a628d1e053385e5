/** Key accounts over HTTP. */
@NullMarked
package io.clientele.accountplan.keyaccount.api;

import org.jspecify.annotations.NullMarked;
