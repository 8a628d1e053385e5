/** Takes what clients do and lets it earn. */
@NullMarked
package io.clientele.loyalty.earning.messaging;

import org.jspecify.annotations.NullMarked;
