package io.clientele.loyalty.onboarding;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another system says about one member.
 *
 * @param joinedOn first business day of the membership; null for today. For members of before it changes nothing
 * @param acceptedTerms the bank's name of the terms the client has accepted; null for none
 * @param tier key of a tier; null for none
 * @param tierUntil last business day the tier is kept without being reached; null for the length of a period
 * @param points null for none
 */
public record Takeover(
        UUID programmeId,
        String clientId,
        @Nullable LocalDate joinedOn,
        @Nullable String acceptedTerms,
        @Nullable String tier,
        @Nullable LocalDate tierUntil,
        @Nullable Points points) {

    /**
     * Points that become one lot.
     *
     * @param reference the other system's id of them; it counts once per programme
     * @param earnedOn business day they were earned; null for today
     * @param expiresOn last business day they can be spent; null for never
     */
    public record Points(
            String reference,
            String currency,
            long points,
            @Nullable LocalDate earnedOn,
            @Nullable LocalDate expiresOn) {}
}
