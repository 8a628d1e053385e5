package io.clientele.loyalty.onboarding.api;

import io.clientele.loyalty.onboarding.Takeover;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of an import of memberships: a member, perhaps with a tier, perhaps with points that become one lot. */
@Schema(
        name = "MembershipLine",
        description = "A member to be taken over, perhaps with a tier, perhaps with points that become one lot.")
record MembershipLine(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001") @NotNull
        UUID programmeId,

        @Schema(description = "The bank's own client number.", examples = "1787")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "is 1 to 64 of A-Z, a-z, 0-9, ., _ and -")
        String clientId,

        @Schema(
                description = "First business day of the membership; today when absent. Nothing to members of before.",
                examples = "2019-03-01")
        @Nullable
        LocalDate joinedOn,

        @Schema(description = "The terms the client has accepted, by the bank's name of them.", examples = "2026-01")
        @Size(min = 1, max = 60)
        @Nullable
        String acceptedTerms,

        @Schema(description = "Key of a tier.", examples = "gold") @Size(min = 1, max = 60) @Nullable
        String tier,

        @Schema(
                description =
                        "Last business day the tier is kept without being reached; the length of a period when absent.",
                examples = "2026-12-31")
        @Nullable
        LocalDate tierUntil,

        @Schema(description = "Points; with `currency` and `reference`.", minimum = "1", examples = "4200")
        @Min(1)
        @Max(1_000_000_000_000L)
        @Nullable
        Long points,

        @Schema(description = "Code of the currency of points.", examples = "POINTS")
        @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "is the code of a currency of points")
        @Nullable
        String currency,

        @Schema(
                description = "The other system's id of these points; it counts once per programme.",
                examples = "legacy-lot-4711")
        @Size(min = 1, max = 128)
        @Nullable
        String reference,

        @Schema(description = "Business day they were earned; today when absent.", examples = "2025-06-30") @Nullable
        LocalDate earnedOn,

        @Schema(description = "Last business day they can be spent; absent for ever.", examples = "2027-06-30")
        @Nullable
        LocalDate expiresOn) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /**
     * What the line says.
     *
     * @throws ProblemException 422 when its fields do not go together
     */
    Takeover toTakeover() {
        require(joinedOn, "/joinedOn");
        require(tierUntil, "/tierUntil");
        require(earnedOn, "/earnedOn");
        require(expiresOn, "/expiresOn");
        return new Takeover(programmeId, clientId, joinedOn, acceptedTerms, tier, tierUntil, lot());
    }

    private Takeover.@Nullable Points lot() {
        if (points == null && currency == null && reference == null) {
            return null;
        }
        if (points == null || currency == null || reference == null) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "Points go with their currency and a reference.",
                    new FieldError("/points", "goes with currency and reference"));
        }
        return new Takeover.Points(reference, currency, points, earnedOn, expiresOn);
    }

    private static void require(@Nullable LocalDate day, String pointer) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw ProblemException.ruleViolated(
                    "invalid-field", "That is too far away.", new FieldError(pointer, "is 1900-01-01 to 2999-12-31"));
        }
    }
}
