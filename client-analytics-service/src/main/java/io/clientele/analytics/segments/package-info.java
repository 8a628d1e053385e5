/**
 * Segments: governed groups of clients. A version of a segment's rule is drafted by one person and approved by another;
 * from its effective date the membership of every client is kept live, with its history.
 */
@NullMarked
package io.clientele.analytics.segments;

import org.jspecify.annotations.NullMarked;
