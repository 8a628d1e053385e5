package io.clientele.loyalty.account.api;

import io.clientele.loyalty.account.Balance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member's points as callers see them. */
@Schema(name = "Balance", description = "A member's points in one currency.")
record BalanceResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110003")
        UUID memberId,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        String currency,

        @Schema(description = "The time this is told for.") Instant asOf,

        @Schema(description = "Points that can be spent now.", examples = "512")
        long available,

        @Schema(description = "Points that wait for activation.", examples = "0")
        long pending,

        @Schema(description = "Points locked by reservations.", examples = "150")
        long reserved,

        @Schema(description = "Points the member owes; later credits go there first.", examples = "0")
        long arrears,

        @Schema(
                description =
                        "Points that can be spent now and expire, by last business day; those that never expire are left out.")
        List<ExpiringResponse> expiring,

        @Schema(description = "Totals since the member joined.")
        LifetimeResponse lifetime) {

    /** Points with one last business day. */
    @Schema(name = "ExpiringPoints", description = "Points that expire unless they are spent.")
    record ExpiringResponse(
            @Schema(description = "Last business day they can be spent.", examples = "1995-04-05")
            LocalDate lastDay,

            @Schema(description = "First instant they can no longer be spent.")
            Instant expiresAt,

            @Schema(examples = "512") long points) {}

    /** Totals. */
    @Schema(name = "LifetimePoints", description = "Totals since the member joined.")
    record LifetimeResponse(
            @Schema(examples = "812") long earned,
            @Schema(examples = "150") long spent,
            @Schema(examples = "0") long expired,
            @Schema(examples = "0") long forfeited,

            @Schema(description = "By hand; above zero when the member gained.", examples = "0")
            long adjusted) {}

    static BalanceResponse from(ShownAccount.Account account, Balance balance, Instant asOf) {
        return new BalanceResponse(
                account.memberId(),
                account.currency(),
                asOf,
                balance.available(),
                balance.pending(),
                balance.reserved(),
                balance.arrears(),
                balance.expiring().stream()
                        .map(expiring -> new ExpiringResponse(
                                expiring.expiresAt()
                                        .minusNanos(1)
                                        .atZone(account.zone())
                                        .toLocalDate(),
                                expiring.expiresAt(),
                                expiring.points()))
                        .toList(),
                new LifetimeResponse(
                        balance.lifetime().earned(),
                        balance.lifetime().spent(),
                        balance.lifetime().expired(),
                        balance.lifetime().forfeited(),
                        balance.lifetime().adjusted()));
    }
}
