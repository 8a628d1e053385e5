/**
 * The replica of the bank's client records in a service that does not own them: built from client events, without
 * personal values in its main table. A service that wants it adds {@code db/replica} to its Flyway locations.
 */
@NullMarked
package io.clientele.platform.clients;

import org.jspecify.annotations.NullMarked;
