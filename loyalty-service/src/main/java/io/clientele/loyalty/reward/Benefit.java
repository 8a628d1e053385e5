package io.clientele.loyalty.reward;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.clientele.contracts.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one unit of a reward does for the member; whoever delivers it reads it here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Benefit.CashBack.class, name = "CASH_BACK"),
    @JsonSubTypes.Type(value = Benefit.StatementCredit.class, name = "STATEMENT_CREDIT"),
    @JsonSubTypes.Type(value = Benefit.FeeWaiver.class, name = "FEE_WAIVER"),
    @JsonSubTypes.Type(value = Benefit.RateBenefit.class, name = "RATE_BENEFIT"),
    @JsonSubTypes.Type(value = Benefit.Donation.class, name = "DONATION"),
    @JsonSubTypes.Type(value = Benefit.PartnerGoods.class, name = "PARTNER_GOODS")
})
@Schema(
        description =
                "What a unit does for the member: `CASH_BACK`, `STATEMENT_CREDIT`, `FEE_WAIVER`, `RATE_BENEFIT`, `DONATION` or `PARTNER_GOODS`.",
        oneOf = {
            Benefit.CashBack.class,
            Benefit.StatementCredit.class,
            Benefit.FeeWaiver.class,
            Benefit.RateBenefit.class,
            Benefit.Donation.class,
            Benefit.PartnerGoods.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "CASH_BACK", schema = Benefit.CashBack.class),
            @DiscriminatorMapping(value = "STATEMENT_CREDIT", schema = Benefit.StatementCredit.class),
            @DiscriminatorMapping(value = "FEE_WAIVER", schema = Benefit.FeeWaiver.class),
            @DiscriminatorMapping(value = "RATE_BENEFIT", schema = Benefit.RateBenefit.class),
            @DiscriminatorMapping(value = "DONATION", schema = Benefit.Donation.class),
            @DiscriminatorMapping(value = "PARTNER_GOODS", schema = Benefit.PartnerGoods.class)
        },
        examples = "{\"type\":\"CASH_BACK\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"EUR\"}}")
public sealed interface Benefit {

    /** Its kind, as in JSON. */
    String kind();

    /** Money paid to the client's account. */
    @Schema(name = "CashBack", description = "Money paid to the client's account.")
    record CashBack(@NotNull Money amount) implements Benefit {
        @Override
        public String kind() {
            return "CASH_BACK";
        }
    }

    /** Money off what the client owes on a card or account statement. */
    @Schema(name = "StatementCredit", description = "Money off what the client owes on a card or account statement.")
    record StatementCredit(@NotNull Money amount) implements Benefit {
        @Override
        public String kind() {
            return "STATEMENT_CREDIT";
        }
    }

    /**
     * A fee that is not charged for a time.
     *
     * @param fee the bank's code of the fee
     */
    @Schema(name = "FeeWaiver", description = "A fee that is not charged for a time.")
    record FeeWaiver(
            @Schema(description = "The bank's code of the fee.", examples = "ACCOUNT-MAINTENANCE")
            @NotNull
            @Pattern(regexp = CODE, message = CODE_MESSAGE)
            String fee,

            @Schema(type = SchemaType.STRING, format = "duration", examples = "P3M") @NotNull
            Period duration)
            implements Benefit {
        @Override
        public String kind() {
            return "FEE_WAIVER";
        }
    }

    /**
     * A better rate on a product for a time.
     *
     * @param basisPoints in the client's favour, 1 to 1,000
     */
    @Schema(name = "RateBenefit", description = "A better rate on a product for a time.")
    record RateBenefit(
            @Schema(description = "Code of the product.", examples = "SAVINGS")
            @NotNull
            @Pattern(regexp = CODE, message = CODE_MESSAGE)
            String product,

            @Schema(description = "In the client's favour.", minimum = "1", maximum = "1000", examples = "25")
            @Min(1)
            @Max(1000)
            int basisPoints,

            @Schema(type = SchemaType.STRING, format = "duration", examples = "P6M") @NotNull
            Period duration)
            implements Benefit {
        @Override
        public String kind() {
            return "RATE_BENEFIT";
        }
    }

    /** Money given to somebody else in the client's name. */
    @Schema(name = "Donation", description = "Money given to somebody else in the client's name.")
    record Donation(
            @Schema(description = "The bank's code of who is given to.", examples = "RED-CROSS")
            @NotNull
            @Pattern(regexp = CODE, message = CODE_MESSAGE)
            String beneficiary,

            @NotNull Money amount)
            implements Benefit {
        @Override
        public String kind() {
            return "DONATION";
        }
    }

    /** Goods or services a partner delivers. */
    @Schema(name = "PartnerGoods", description = "Goods or services a partner delivers.")
    record PartnerGoods(
            @Schema(description = "The bank's code of the partner.", examples = "KINO-PRAHA")
            @NotNull
            @Pattern(regexp = CODE, message = CODE_MESSAGE)
            String partner,

            @Schema(description = "The partner's code of the article.", examples = "TICKET-2D")
            @NotNull
            @Pattern(regexp = CODE, message = CODE_MESSAGE)
            String article)
            implements Benefit {
        @Override
        public String kind() {
            return "PARTNER_GOODS";
        }
    }

    /** A code of the bank or a partner. */
    String CODE = "[A-Za-z0-9._-]{1,64}";

    /** What a code looks like. */
    String CODE_MESSAGE = "is 1 to 64 of A-Z, a-z, 0-9, ., _ and -";
}
