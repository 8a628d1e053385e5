/**
 * The data of the demonstration: a generated bank, or the real one of the Berka data set, sent through the same API a
 * bank's own systems use.
 */
@NullMarked
package io.clientele.stack.demo;

import org.jspecify.annotations.NullMarked;
