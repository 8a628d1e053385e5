package io.clientele.contracts.inbound;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Money;
import io.clientele.contracts.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a credit facility stands. All amounts are in one currency; a year's figures are annualised.
 *
 * @param facilityId the bank's own number of the facility
 * @param clientId the bank's own client number: the borrower
 * @param parentFacilityId the facility this is a sub-limit of; its figures are part of the parent's
 * @param kind kind of facility, such as {@code revolving}
 * @param limit what may be drawn
 * @param drawn what is drawn; more than the limit is an excess
 * @param committed whether the bank may not withdraw the undrawn part
 * @param ccf credit conversion factor of the committed undrawn part, 0 to 1
 * @param pd probability of default within a year, 0 to 1
 * @param lgd loss given default before collateral, 0 to 1
 * @param economicCapital capital the facility binds
 * @param rateType whether interest is fixed
 * @param maturesOn last day
 * @param rating internal rating of the borrower
 * @param ratedOn day of the rating
 * @param collateralValue market value of the collateral; lowers the loss given default only
 * @param collateralHaircut part of the collateral value not counted, 0 to 1
 * @param grossRevenue interest and fees of a year
 * @param fundingCost cost of funds of a year
 * @param operatingCost operating cost of a year
 * @param returnOnCapital what the invested capital earns in a year
 * @param covenants what the borrower has to keep
 * @param asOf when the position was drawn; an older one changes nothing
 * @param source system the position comes from
 */
@Event(
        type = "io.clientele.credit-positions.facility.positioned.v1",
        topic = Topics.CREDIT_POSITIONS,
        summary = "The bank positions a credit facility; a later position replaces the former.")
public record CreditPosition(
        String facilityId,
        String clientId,
        @Nullable String parentFacilityId,
        String kind,
        Money limit,
        Money drawn,
        boolean committed,
        @Nullable BigDecimal ccf,
        @Nullable BigDecimal pd,
        @Nullable BigDecimal lgd,
        @Nullable Money economicCapital,
        @Nullable RateType rateType,
        @Nullable LocalDate maturesOn,
        @Nullable String rating,
        @Nullable LocalDate ratedOn,
        @Nullable Money collateralValue,
        @Nullable BigDecimal collateralHaircut,
        @Nullable Money grossRevenue,
        @Nullable Money fundingCost,
        @Nullable Money operatingCost,
        @Nullable Money returnOnCapital,
        List<Covenant> covenants,
        Instant asOf,
        String source)
        implements DomainEvent {

    @SuppressWarnings("ConstantValue") // a reader may pass null
    public CreditPosition {
        Objects.requireNonNull(facilityId, "facilityId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(drawn, "drawn");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(source, "source");
        // a line of a CSV file has no place for a list
        covenants = List.copyOf(Objects.requireNonNullElse(covenants, List.of()));
    }

    @Override
    public String subject() {
        return facilityId;
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
