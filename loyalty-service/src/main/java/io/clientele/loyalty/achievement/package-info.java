/** Achievements and challenges: what members reach by what they do, how far they are, and that they reached it. */
@NullMarked
package io.clientele.loyalty.achievement;

import org.jspecify.annotations.NullMarked;
