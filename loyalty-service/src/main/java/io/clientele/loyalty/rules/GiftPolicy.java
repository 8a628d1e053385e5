package io.clientele.loyalty.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.contracts.Money;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person may be given, by the bank's conduct rules.
 *
 * @param limit value one person may be given in a period, over all programmes
 * @param period the calendar period of the programme's zone it counts in
 * @param staff what holds for clients who work for the bank; {@link Treatment#REFER}
 * @param publicOfficials what holds for clients with a public office; {@link Treatment#REFER}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a person may be given, by the bank's conduct rules.")
public record GiftPolicy(
        @Schema(description = "Value one person may be given in a period, over all programmes.") @NotNull
        Money limit,

        @Schema(description = "Calendar period of the programme's zone.", examples = "YEAR") @NotNull
        CapPeriod period,

        @Schema(
                description = "What holds for clients whose record says `staff: true`; `REFER` by default.",
                examples = "REFUSE")
        @Nullable
        Treatment staff,

        @Schema(
                description = "What holds for clients whose record says `publicOfficial: true`; `REFER` by default.",
                examples = "REFER")
        @Nullable
        Treatment publicOfficials) {

    /** What becomes of a gift to a person of a kind. */
    public enum Treatment {
        /** As for anybody. */
        ALLOW,
        /** Compliance decides first. */
        REFER,
        /** Never. */
        REFUSE
    }

    /** The strictest treatment of what a person is. */
    public Treatment of(boolean employee, boolean publicOfficial) {
        Treatment one = employee ? orRefer(staff) : Treatment.ALLOW;
        Treatment other = publicOfficial ? orRefer(publicOfficials) : Treatment.ALLOW;
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Treatment orRefer(@Nullable Treatment said) {
        return said == null ? Treatment.REFER : said;
    }
}
