/**
 * Completes a service's OpenAPI document with what the code says already: which fields of an answer are always there, and
 * what its Javadoc tells.
 */
@NullMarked
package io.clientele.platform.contract;

import org.jspecify.annotations.NullMarked;
