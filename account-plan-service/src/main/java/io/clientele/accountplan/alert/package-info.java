/** What asks for attention in a book: each thing once, until it is cured, acknowledged or put off. */
@NullMarked
package io.clientele.accountplan.alert;

import org.jspecify.annotations.NullMarked;
