/** The plan as a document to read, print and hand to the board: HTML and PDF with charts. */
@NullMarked
package io.clientele.accountplan.document;

import org.jspecify.annotations.NullMarked;
