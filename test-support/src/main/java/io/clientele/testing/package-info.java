/** What the tests of every service share: real servers, tokens, a clock to move, and a plain Kafka consumer. */
@NullMarked
package io.clientele.testing;

import org.jspecify.annotations.NullMarked;
