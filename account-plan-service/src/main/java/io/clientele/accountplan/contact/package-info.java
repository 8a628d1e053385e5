/** The people of a client we know, what they decide, and what was said with them. */
@NullMarked
package io.clientele.accountplan.contact;

import org.jspecify.annotations.NullMarked;
