/** What the tests of this service share. */
@NullMarked
package io.clientele.analytics;

import org.jspecify.annotations.NullMarked;
