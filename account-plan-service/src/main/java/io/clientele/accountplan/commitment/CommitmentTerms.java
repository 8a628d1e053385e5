package io.clientele.accountplan.commitment;

import io.clientele.contracts.accountplans.CommitmentOrigin;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a commitment says.
 *
 * @param facilityId the bank's own number of the credit facility it comes with
 * @param productLine code of the product line that is promised
 * @param promised revenue promised over the whole time
 * @param promisedCurrency ISO 4217 code
 * @param fromOn first day; its month counts
 * @param toOn last day; its month counts
 * @param origin whose idea it is
 */
@Embeddable
public record CommitmentTerms(
        @Nullable @Column(name = "facility_id") String facilityId,
        @Column(name = "product_line") String productLine,
        @Column(name = "promised") BigDecimal promised,
        @Column(name = "promised_currency") String promisedCurrency,
        @Column(name = "from_on") LocalDate fromOn,
        @Column(name = "to_on") LocalDate toOn,

        @Enumerated(EnumType.STRING) @Column(name = "origin")
        CommitmentOrigin origin) {}
