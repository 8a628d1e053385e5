/** Reports as HTML pages and PDF documents with one layout and one bundled font, the same on every machine. */
@NullMarked
package io.clientele.platform.report;

import org.jspecify.annotations.NullMarked;
