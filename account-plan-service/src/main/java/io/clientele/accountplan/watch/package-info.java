/** What time alone brings about: promises that fall short, meetings that grow old, bids that become late. */
@NullMarked
package io.clientele.accountplan.watch;

import org.jspecify.annotations.NullMarked;
