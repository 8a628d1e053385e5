/** Plain SQL where a statement or function does a whole job: bound parameters in, rows out, no mapping. */
@NullMarked
package io.clientele.loyalty.sql;

import org.jspecify.annotations.NullMarked;
