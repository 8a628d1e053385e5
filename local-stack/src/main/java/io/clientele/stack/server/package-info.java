/**
 * Real servers without containers: PostgreSQL and Kafka started from Maven artifacts, and the key that signs the tokens
 * of a demo or a test. Used by the launcher, by the tests of every service and by the benchmarks.
 */
@NullMarked
package io.clientele.stack.server;

import org.jspecify.annotations.NullMarked;
