/** Groups of companies: who owns whom since when, as far as the caller may see. */
@NullMarked
package io.clientele.accountplan.groups;

import org.jspecify.annotations.NullMarked;
