/**
 * The launcher behind {@code ./run}: starts PostgreSQL, Kafka and the three services on one machine, each as a process of
 * its own that can be killed and started again, loads the demonstration, and stops it all.
 */
@NullMarked
package io.clientele.stack;

import org.jspecify.annotations.NullMarked;
