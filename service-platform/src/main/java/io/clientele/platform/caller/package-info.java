/** Who is acting and how far they may look: roles, reach, and the settings that carry both into the database. */
@NullMarked
package io.clientele.platform.caller;

import org.jspecify.annotations.NullMarked;
