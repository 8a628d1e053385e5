/** What is collected during a transaction and written once, just before it commits. */
@NullMarked
package io.clientele.platform.transaction;

import org.jspecify.annotations.NullMarked;
