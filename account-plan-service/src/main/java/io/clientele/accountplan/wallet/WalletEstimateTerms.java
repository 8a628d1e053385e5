package io.clientele.accountplan.wallet;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet estimate says.
 *
 * @param productLine code of the product line
 * @param geography country, ISO 3166-1 alpha-2
 * @param holder who has the business
 * @param competitor the competitor who has it; required with holder COMPETITOR, and only there
 * @param spend what the client spends on it in a year
 * @param spendCurrency ISO 4217 code
 * @param blocked whether we cannot get it: it is no white space
 * @param method how it was estimated
 * @param confidence how sure it is
 * @param estimatedOn day of the estimate
 */
@Embeddable
public record WalletEstimateTerms(
        @Column(name = "product_line") String productLine,
        @Column(name = "geography") String geography,

        @Enumerated(EnumType.STRING) @Column(name = "holder")
        Holder holder,

        @Nullable @Column(name = "competitor") String competitor,
        @Column(name = "spend") BigDecimal spend,
        @Column(name = "spend_currency") String spendCurrency,
        @Column(name = "blocked") boolean blocked,
        @Column(name = "method") String method,

        @Enumerated(EnumType.STRING) @Column(name = "confidence")
        Confidence confidence,

        @Column(name = "estimated_on") LocalDate estimatedOn) {}
