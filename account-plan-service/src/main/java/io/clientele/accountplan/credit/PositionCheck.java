package io.clientele.accountplan.credit;

import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.Covenant;
import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a position has to keep to be taken. Drawn above the limit is no error: it is kept and flagged. */
final class PositionCheck {

    private final CreditPosition position;
    private final List<FieldError> errors = new ArrayList<>();

    private PositionCheck(CreditPosition position) {
        this.position = position;
    }

    /**
     * Passes a position that is consistent.
     *
     * @throws ProblemException 422 {@code credit-position-invalid}
     */
    static void check(CreditPosition position) {
        PositionCheck check = new PositionCheck(position);
        check.run();
        if (!check.errors.isEmpty()) {
            throw ProblemException.ruleViolated(
                    "credit-position-invalid",
                    "The position is not consistent; each cause is listed.",
                    check.errors.toArray(FieldError[]::new));
        }
    }

    private void run() {
        text("/facilityId", position.facilityId(), "[A-Za-z0-9._-]{1,64}");
        text("/clientId", position.clientId(), "[A-Za-z0-9._-]{1,64}");
        if (position.parentFacilityId() != null) {
            text("/parentFacilityId", position.parentFacilityId(), "[A-Za-z0-9._-]{1,64}");
            refuse(
                    position.parentFacilityId().equals(position.facilityId()),
                    "/parentFacilityId",
                    "is the facility itself");
        }
        text("/kind", position.kind(), "[a-z0-9-]{1,40}");
        refuse(position.limit().amount().signum() < 0, "/limit", "is not negative");
        refuse(position.drawn().amount().signum() < 0, "/drawn", "is not negative");
        amount("/drawn", position.drawn());
        amount("/economicCapital", position.economicCapital());
        amount("/collateralValue", position.collateralValue());
        amount("/grossRevenue", position.grossRevenue());
        amount("/fundingCost", position.fundingCost());
        amount("/operatingCost", position.operatingCost());
        amount("/returnOnCapital", position.returnOnCapital());
        refuse(isNegative(position.economicCapital()), "/economicCapital", "is not negative");
        refuse(isNegative(position.collateralValue()), "/collateralValue", "is not negative");
        share("/ccf", position.ccf());
        share("/pd", position.pd());
        share("/lgd", position.lgd());
        share("/collateralHaircut", position.collateralHaircut());
        refuse(position.rating() != null && position.rating().length() > 20, "/rating", "has at most 20 characters");
        refuse(position.source().isBlank() || position.source().length() > 100, "/source", "has 1 to 100 characters");
        day("/maturesOn", position.maturesOn());
        day("/ratedOn", position.ratedOn());
        refuse(position.asOf().getEpochSecond() > 253_402_300_799L, "/asOf", "is before the year 10000");
        refuse(position.covenants().size() > 100, "/covenants", "are at most 100");
        for (Covenant covenant : position.covenants()) {
            refuse(
                    covenant.name().isBlank() || covenant.name().length() > 200,
                    "/covenants",
                    "have names of 1 to 200 characters");
            day("/covenants", covenant.testOn());
        }
    }

    private void text(String pointer, String value, String pattern) {
        refuse(!value.matches(pattern), pointer, "matches " + pattern);
    }

    private void amount(String pointer, @Nullable Money amount) {
        refuse(
                amount != null && !amount.currency().equals(position.limit().currency()),
                pointer,
                "is in the currency of the limit");
    }

    private void share(String pointer, @Nullable BigDecimal value) {
        refuse(
                value != null && (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0 || value.scale() > 10),
                pointer,
                "is from 0 to 1, with at most 10 decimals");
    }

    private void day(String pointer, @Nullable LocalDate day) {
        refuse(day != null && (day.getYear() < 1900 || day.getYear() > 9999), pointer, "is a day from 1900 on");
    }

    private void refuse(boolean wrong, String pointer, String detail) {
        if (wrong) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    private static boolean isNegative(@Nullable Money amount) {
        return amount != null && amount.amount().signum() < 0;
    }
}
