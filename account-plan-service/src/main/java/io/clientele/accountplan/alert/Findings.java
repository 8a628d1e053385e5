package io.clientele.accountplan.alert;

import io.clientele.accountplan.action.PlanAction;
import io.clientele.accountplan.credit.CreditFacility;
import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.accountplans.ActionOverdue;
import io.clientele.contracts.accountplans.ExposureMaturityApproaching;
import io.clientele.contracts.accountplans.ReturnBelowHurdle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was found about a client, each thing once, with the fact subscribers are told when it is new. */
final class Findings {

    private final Map<Alert.Finding, Optional<DomainEvent>> found =
            new TreeMap<>(Comparator.comparing(Alert.Finding::kind).thenComparing(Alert.Finding::path));
    private final String clientId;
    private final Instant now;
    private final String by;

    Findings(String clientId, Instant now, String by) {
        this.clientId = clientId;
        this.now = now;
        this.by = by;
    }

    /** What is raised, and not told: it has its own event, or none. */
    void add(AlertKind kind, String path) {
        found.put(new Alert.Finding(kind, path), Optional.empty());
    }

    void maturing(AlertKind kind, CreditFacility facility, LocalDate day, int days) {
        add(
                kind,
                facility.path(),
                new ExposureMaturityApproaching(clientId, facility.facilityId(), day, days, now, by, facility.path()));
    }

    void belowHurdle(BigDecimal raroc, BigDecimal hurdle) {
        String path = "/v1/clients/" + clientId + "/returns";
        add(AlertKind.BELOW_HURDLE, path, new ReturnBelowHurdle(clientId, raroc, hurdle, now, by, path));
    }

    void overdue(PlanAction action) {
        add(
                AlertKind.ACTION_OVERDUE,
                action.path(),
                new ActionOverdue(
                        action.planId(),
                        clientId,
                        action.id(),
                        action.terms().owner(),
                        action.terms().dueOn(),
                        now,
                        by,
                        action.path()));
    }

    private void add(AlertKind kind, String path, DomainEvent fact) {
        found.put(new Alert.Finding(kind, path), Optional.of(fact));
    }

    /** In the order of kinds and paths. */
    Map<Alert.Finding, Optional<DomainEvent>> all() {
        return Collections.unmodifiableMap(found);
    }
}
