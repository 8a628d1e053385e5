/** The client records this service owns: taken from the bank's systems, kept, searched and published. */
@NullMarked
package io.clientele.analytics.clients;

import org.jspecify.annotations.NullMarked;
