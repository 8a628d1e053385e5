package io.clientele.accountplan.alert;

import io.clientele.contracts.clients.KycStatus;
import io.clientele.contracts.inbound.Covenant;
import io.clientele.contracts.inbound.CovenantResult;
import io.clientele.contracts.inbound.CreditPosition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a credit facility asks for attention on a day. */
final class AlertRules {

    private static final int COVENANT_DAYS = 30;

    private AlertRules() {}

    /** What a facility raises. */
    static List<AlertKind> of(CreditPosition facility, LocalDate today) {
        List<AlertKind> alerts = new ArrayList<>();
        if (facility.drawn().amount().compareTo(facility.limit().amount()) > 0) {
            alerts.add(AlertKind.LIMIT_EXCESS);
        }
        AlertKind maturity = maturity(facility.maturesOn(), today);
        if (maturity != null) {
            alerts.add(maturity);
        }
        if (facility.covenants().stream().anyMatch(each -> each.result() == CovenantResult.BREACHED)) {
            alerts.add(AlertKind.COVENANT_BREACHED);
        }
        if (facility.covenants().stream().anyMatch(each -> isDue(each, today))) {
            alerts.add(AlertKind.COVENANT_DUE);
        }
        return alerts;
    }

    private static boolean isDue(Covenant covenant, LocalDate today) {
        return covenant.result() == CovenantResult.NOT_TESTED
                && !covenant.testOn().isAfter(today.plusDays(COVENANT_DAYS));
    }

    /** Whether an alert is about the end of a facility. */
    static boolean isMaturity(AlertKind kind) {
        return kind == AlertKind.MATURITY_30_DAYS
                || kind == AlertKind.MATURITY_60_DAYS
                || kind == AlertKind.MATURITY_90_DAYS;
    }

    /** Whether a KYC status means that the check has to be done again. */
    static boolean kycIsOver(@Nullable String status) {
        return KycStatus.EXPIRED.name().equals(status)
                || KycStatus.FAILED.name().equals(status);
    }

    /** The nearest of 30, 60 and 90 days; null for later, past or unknown. */
    static @Nullable AlertKind maturity(@Nullable LocalDate day, LocalDate today) {
        if (day == null || day.isBefore(today)) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(today, day);
        if (days <= 30) {
            return AlertKind.MATURITY_30_DAYS;
        }
        if (days <= 60) {
            return AlertKind.MATURITY_60_DAYS;
        }
        return days <= 90 ? AlertKind.MATURITY_90_DAYS : null;
    }
}
