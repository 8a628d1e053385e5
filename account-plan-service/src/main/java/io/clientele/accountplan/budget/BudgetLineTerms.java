package io.clientele.accountplan.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a budget line says.
 *
 * @param productLine code of the product line
 * @param entity client number of the company of the group; the client of the plan when absent
 * @param year the year
 * @param amount revenue the year is to bring
 * @param amountCurrency ISO 4217 code
 * @param contracted what of the rest of the year is contracted already
 * @param contractedCurrency ISO 4217 code
 */
@Embeddable
public record BudgetLineTerms(
        @Column(name = "product_line") String productLine,
        @Nullable @Column(name = "entity") String entity,
        @Column(name = "year") int year,
        @Column(name = "amount") BigDecimal amount,
        @Column(name = "amount_currency") String amountCurrency,
        @Nullable @Column(name = "contracted") BigDecimal contracted,
        @Nullable @Column(name = "contracted_currency") String contractedCurrency) {}
