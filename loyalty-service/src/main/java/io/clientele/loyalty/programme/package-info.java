/**
 * Loyalty programmes: their life from draft to the end, and the versions of their terms, each approved by somebody who had no
 * hand in it. Whatever happened is judged by the version and state of its own time.
 */
@NullMarked
package io.clientele.loyalty.programme;

import org.jspecify.annotations.NullMarked;
