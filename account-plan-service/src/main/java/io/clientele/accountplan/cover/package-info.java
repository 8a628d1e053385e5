/** Holiday cover: a book lent to a deputy until a day. */
@NullMarked
package io.clientele.accountplan.cover;

import org.jspecify.annotations.NullMarked;
