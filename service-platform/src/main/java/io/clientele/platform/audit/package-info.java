/**
 * The audit trail: one record per mutation, written in its transaction, append-only, sealed into a hash chain that
 * anybody can verify.
 */
@NullMarked
package io.clientele.platform.audit;

import org.jspecify.annotations.NullMarked;
