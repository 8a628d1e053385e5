/** Models that score clients: drafted by one person and approved by another before their runs come into force. */
@NullMarked
package io.clientele.analytics.models;

import org.jspecify.annotations.NullMarked;
