/** How far objectives are: measurements with their source, and how each ends. */
@NullMarked
package io.clientele.accountplan.progress;

import org.jspecify.annotations.NullMarked;
