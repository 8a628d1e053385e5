/** Set-based SQL where the ORM is not the tool: many rows a statement, in the transaction in progress. */
@NullMarked
package io.clientele.platform.database;

import org.jspecify.annotations.NullMarked;
