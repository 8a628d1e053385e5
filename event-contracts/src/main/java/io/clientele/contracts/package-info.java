/**
 * The events Clientele publishes and reads: one record per event, the value types they share, and the annotation that
 * names an event on the wire. Changes within a version are additive only.
 */
@NullMarked
package io.clientele.contracts;

import org.jspecify.annotations.NullMarked;
