/**
 * Lists of clients that people upload. Each upload is a version of its list, in force until the next one, with a report of the
 * lines that named no client.
 */
@NullMarked
package io.clientele.analytics.lists;

import org.jspecify.annotations.NullMarked;
