package io.clientele.accountplan.opportunity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an opportunity says.
 *
 * @param title what there is to win
 * @param productLine code of the product line
 * @param geography country (ISO 3166-1 alpha-2) or code of a region
 * @param amount revenue of a year it would bring
 * @param amountCurrency ISO 4217 code
 * @param probability chance to win it, percent
 * @param expectedRfpOn day the request for proposal is expected
 * @param submissionOn day the bid is due
 * @param decisionOn day the client decides
 * @param competitors who else bids
 * @param bidTeam user ids of who writes the bid
 * @param objectiveId the objective of the plan it serves
 */
@Embeddable
public record OpportunityTerms(
        @Column(name = "title") String title,
        @Column(name = "product_line") String productLine,
        @Nullable @Column(name = "geography") String geography,
        @Column(name = "amount") BigDecimal amount,
        @Column(name = "amount_currency") String amountCurrency,
        @Column(name = "probability") int probability,
        @Nullable @Column(name = "expected_rfp_on") LocalDate expectedRfpOn,
        @Nullable @Column(name = "submission_on") LocalDate submissionOn,
        @Nullable @Column(name = "decision_on") LocalDate decisionOn,

        @Column(name = "competitors") List<String> competitors,

        @Column(name = "bid_team") List<String> bidTeam,

        @Nullable @Column(name = "objective_id") UUID objectiveId) {

    public OpportunityTerms {
        competitors = List.copyOf(competitors);
        bidTeam = List.copyOf(bidTeam);
    }
}
