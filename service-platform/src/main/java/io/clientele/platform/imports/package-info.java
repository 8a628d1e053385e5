/** Bulk imports as resources: taken in whole, worked off in resumable chunks, bad lines reported one by one. */
@NullMarked
package io.clientele.platform.imports;

import org.jspecify.annotations.NullMarked;
