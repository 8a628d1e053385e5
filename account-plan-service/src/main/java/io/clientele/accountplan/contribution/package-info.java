/** The sections of a plan that product specialists write and sign off. */
@NullMarked
package io.clientele.accountplan.contribution;

import org.jspecify.annotations.NullMarked;
