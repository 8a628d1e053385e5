/**
 * What clients consented to and how they like to be reached, and the channels by which the bank does: caps, quiet hours and
 * cool-downs that every contact keeps to.
 */
@NullMarked
package io.clientele.analytics.consents;

import org.jspecify.annotations.NullMarked;
