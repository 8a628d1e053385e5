package io.clientele.loyalty.pool.api;

import io.clientele.loyalty.pool.Pool;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pool as callers see it. */
@Schema(name = "Pool", description = "A household or company that saves and spends points together.")
record PoolResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110010")
        UUID id,

        @Schema(examples = "Novak family") String name,
        @Schema(examples = "HOUSEHOLD") Pool.Kind kind,
        @Schema(examples = "OPEN") Pool.State state,

        @Schema(description = "The client who answers for it.", examples = "1787")
        String clientId,

        @Schema(description = "Those who belong to it, longest first.")
        List<MateResponse> members,

        @Schema(examples = "olga.operator") String createdBy,
        Instant createdAt,

        @Schema(description = "When it was dissolved.") @Nullable
        Instant dissolvedAt) {

    /** Who belongs to it. */
    @Schema(name = "PoolMember", description = "A member of a pool.")
    record MateResponse(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
            UUID memberId,

            @Schema(description = "Whether what the member earns goes to the pool at once.", examples = "true")
            boolean earnsHere,

            @Schema(description = "Points the member may spend per calendar month; absent for none.", examples = "500")
            @Nullable
            Long mandate,

            Instant joinedAt) {}

    static PoolResponse from(Pool pool, List<Pool.Mate> mates) {
        return new PoolResponse(
                pool.id(),
                pool.name(),
                pool.kind(),
                pool.state(),
                pool.clientId(),
                mates.stream()
                        .map(mate ->
                                new MateResponse(mate.memberId(), mate.earnsHere(), mate.mandate(), mate.joinedAt()))
                        .toList(),
                pool.createdBy(),
                pool.createdAt(),
                pool.dissolvedAt());
    }
}
