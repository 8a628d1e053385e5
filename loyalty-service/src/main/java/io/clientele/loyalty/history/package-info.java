/** What members did, kept whether or not it earned, so that other rules can be tried on it. */
@NullMarked
package io.clientele.loyalty.history;

import org.jspecify.annotations.NullMarked;
