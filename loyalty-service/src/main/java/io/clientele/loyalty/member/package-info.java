/** Clients as members of programmes: enrolled one by one or a segment at a time, suspended, gone. A client is a member once. */
@NullMarked
package io.clientele.loyalty.member;

import org.jspecify.annotations.NullMarked;
