/** What this service knows about the bank's clients: a replica of the client events, in the reader's scope. */
@NullMarked
package io.clientele.accountplan.clients;

import org.jspecify.annotations.NullMarked;
