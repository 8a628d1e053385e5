/**
 * Suites derived from a service's own OpenAPI document: every operation, also one added tomorrow, is called without
 * authority and with bad input, and must refuse both properly.
 */
@NullMarked
package io.clientele.testing.conformance;

import org.jspecify.annotations.NullMarked;
